package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.Survey.Mending;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at one published tree from its link to its last package. Takes no lock; believes in damage it has seen twice. */
final class TreeSurvey {

    private static final int ATTEMPTS = 5;

    private final Tree tree;
    private final Pool pool;
    private final PoolHealth health;
    private final Mender mender;
    private final Disk disk;
    private final Duration grace;
    private final boolean signed;

    TreeSurvey(Tree tree, Pool pool, PoolHealth health, Mender mender, Disk disk, Duration grace, boolean signed) {
        this.tree = tree;
        this.pool = pool;
        this.health = health;
        this.mender = mender;
        this.disk = disk;
        this.grace = grace;
        this.signed = signed;
    }

    /** @param republish mends metadata by making it anew */
    Survey look(Survey start, Instant now, Mending republish) throws IOException {
        Survey last = lookOnce(start, now, republish);
        for (int attempt = 1; attempt < ATTEMPTS && !last.found().isEmpty(); attempt++) {
            Survey next = lookOnce(start, now, republish);
            if (next.damage().equals(last.damage())) {
                return next;
            }
            last = next; // a writer came between
        }
        return last;
    }

    private Survey lookOnce(Survey start, Instant now, Mending republish) throws IOException {
        Survey survey = start.fresh();
        Optional<Manifest> manifest = manifest(survey);
        if (manifest.isPresent()) {
            look(manifest.get(), now, republish, survey);
        }
        return survey;
    }

    /** Read past what {@link Generations} remembers of an earlier look. */
    private Optional<Manifest> manifest(Survey survey) throws IOException {
        try {
            return Optional.of(new Generations().current(tree));
        } catch (RepositoryException e) {
            boolean linked = Files.isSymbolicLink(tree.link()) && Files.isDirectory(tree.link());
            Path path = linked ? tree.link().toRealPath().resolve(Generations.MANIFEST) : tree.link();
            survey.lost(
                    linked ? Damage.Kind.MANIFEST_CORRUPT : Damage.Kind.LINK_BROKEN,
                    path,
                    e.getMessage() + ".",
                    "Nothing else of " + tree + " can be looked at until then, and nothing can be published there.");
            return Optional.empty();
        }
    }

    private void look(Manifest manifest, Instant now, Mending republish, Survey survey) throws IOException {
        if (manifest.number() > 0) {
            new AdvisoriesSurvey(tree, mender, disk).look(manifest, survey);
            new RepodataSurvey(tree, manifest, disk, signed, republish).look(now, survey);
            new EarlierIndexesSurvey(tree).look(manifest, now, grace, survey);
            new PackagesSurvey(tree, pool, health, mender).look(manifest, now, grace, survey);
        }
        RecordsSurvey.look(tree, survey);
        new TreeStrays(tree, manifest, new Leftovers(tree, disk)).look(survey);
    }
}
