package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Survey.Mending;
import org.gridrollout.filesystem.yum.Digests;

/** Publishes what a tree offers once more, so that its metadata is made anew. Needs the writer's lock. */
final class Republication implements Mending {

    private final Tree tree;
    private final Disk disk;
    private final GenerationBuilder builder;
    private boolean done;

    Republication(Tree tree, Disk disk, GenerationBuilder builder) {
        this.tree = tree;
        this.disk = disk;
        this.builder = builder;
    }

    /** However many damages it mends, once. */
    @Override
    public boolean mend() throws IOException {
        if (!done) {
            Manifest before = new Generations().current(tree);
            if (!AdvisoryFiles.areKnown(tree, before)) {
                return false; // it would go on without telling what nobody decided to give up
            }
            new ChangeMarkers(tree, disk).keep(before);
            new Leftovers(tree, disk).clear(before.number());
            ChangeSetId id = ChangeSetId.of("repair-of-generation-" + before.number());
            deleteCorruptIndexes(before);
            builder.begin(tree, before);
            builder.build(tree, before, Succession.repeating(before, id));
            CommitPoint.pass(tree, before.number() + 1, disk);
            done = true;
        }
        return true;
    }

    /** So that the next generation does not carry them for clients of this one. */
    private void deleteCorruptIndexes(Manifest before) throws IOException {
        for (String each : before.indexFiles()) {
            Path file = tree.generation(before.number()).resolve("repodata").resolve(each);
            if (Files.exists(file) && !each.startsWith(digest(file) + "-")) {
                disk.delete(file);
            }
        }
    }

    private static Sha256 digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Digests.of(in);
        }
    }
}
