package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Damage.Kind;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names of collected packages, with the writer killed or the power gone at every step of what records them. */
class CrashedNamesTest {

    private static final Duration GRACE = Duration.ofDays(7);

    private final FaultyDisk before = FaultyDisk.empty();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private ChangeSet third;
    private ChangeSet fourth;
    private PackageRef rebuilt;
    private Map<String, String> undisturbed;

    /** Two versions are collected, and their names are said by the manifest alone. */
    @BeforeEach
    void start() throws IOException {
        FilesystemRepository repository = open(before);
        List<PackageRef> former = List.of(taken(repository, "fts", "1"), taken(repository, "voms", "1"));
        published(repository, change("first", former, List.of()));
        List<PackageRef> next = List.of(taken(repository, "fts", "2"), taken(repository, "voms", "2"));
        published(repository, change("second", next, former));
        now = now.plus(GRACE);
        repository.collectGarbage(Set.of());
        PackageRef back = taken(repository, "fts", "1"); // offered again by what records its name
        third = adding("third", taken(repository, "dcache", "3"), back);
        fourth = adding("fourth", taken(repository, "argus", "4"));
        rebuilt = taken(repository, rpm("voms", "1").summary("Built again"));
        FaultyDisk disk = before.copy();
        published(open(disk), third);
        finish(disk);
        undisturbed = TreeContents.of(open(disk).root());
    }

    @Test
    void areKnownWhereverThePublicationIsKilledThatRecordsThem() throws Exception {
        EveryStep.of(before, disk -> published(open(disk), third)).killed(left -> {
            finish(left);
            assertThat(TreeContents.of(open(left).root())).isEqualTo(undisturbed);
        });
    }

    /** Which may bring the files back as well: their deletion is not forced to the disk until then. */
    @Test
    void areKnownWhereverThePowerFailsInThePublicationThatRecordsThem() throws Exception {
        EveryStep.of(before, disk -> published(open(disk), third)).powerless(this::finish);
    }

    private void finish(FaultyDisk left) throws IOException {
        FilesystemRepository next = open(left);
        boolean committed = next.current(Stage.BETA, EL9).number() == 3;
        assertRefused(next);
        assertThat(publish(next, third)).isEqualTo(committed ? new AlreadyPublished(3) : new Published(3));
        left.losePower(Survival.nothing()); // what was answered stays so

        FilesystemRepository again = open(left);
        assertRefused(again);
        assertThat(again.verify(Progress.UNWATCHED).damage())
                .extracting(Damage::kind)
                // neither the cache nor a deletion is forced to the disk: a file that came back is not the pool's
                // pool's
                .isSubsetOf(Kind.CACHE_CORRUPT, Kind.PACKAGE_COPIED);
        again.collectGarbage(Set.of());
        published(again, fourth);
        assertThat(manifest(left).withdrawn()).isEmpty();
        assertRefused(again);
    }

    private void assertRefused(FilesystemRepository repository) {
        assertThat(publish(repository, adding("rebuilt", rebuilt))).isInstanceOf(Refused.class);
    }

    private static Manifest manifest(FaultyDisk disk) throws IOException {
        return new Generations().current(new Tree(disk.path("/srv/repository"), Stage.BETA, EL9));
    }

    private FilesystemRepository open(FaultyDisk disk) {
        return FilesystemRepository.at(disk.path("/srv/repository"))
                .metadataGrace(GRACE)
                .poolGrace(GRACE)
                .clock(() -> now)
                .executor(Runnable::run)
                .open();
    }
}
