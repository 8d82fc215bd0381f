package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.Test;

/** Invariants 7, 8 and 12, with the process killed or the power gone at every single step of collecting garbage. */
class CrashedUpkeepTest {

    private static final Duration GRACE = Duration.ofDays(1);

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private byte[] recentRepomd = {};

    @Test
    void invariant08_garbageCollectionCutOffAnywhereLeavesAllThatIsOwedAndIsFinishedByTheNext() throws Exception {
        FaultyDisk before = FaultyDisk.empty();
        FilesystemRepository repository = open(before);
        PackageRef kept = taken(repository, "kept", "1");
        PackageRef last = taken(repository, "voms", "1");
        published(repository, adding("first", kept, last));
        for (int version = 2; version <= 4; version++) {
            now = now.plus(Duration.ofHours(11)); // the first two are owed to nobody when the garbage is collected
            PackageRef next = taken(repository, "voms", String.valueOf(version));
            published(
                    repository,
                    change("voms-" + version, List.of(next), List.of(last))
                            .telling(List.of(advisory("voms-" + version))));
            last = next;
            if (version == 3) {
                recentRepomd = ServedTree.read(tree(repository).resolve("repodata/repomd.xml"));
            }
        }
        now = now.plus(Duration.ofHours(14));
        String offered = last.sha256().hex();

        EveryStep steps = EveryStep.of(before, disk -> open(disk).collectGarbage(Set.of()));
        assertThat(steps.count()).isGreaterThan(20);
        EveryStep.Look look = left -> {
            FilesystemRepository next = open(left);
            assertThat(ServedTree.wholePackages(tree(next)))
                    .containsExactlyInAnyOrder(kept.sha256().hex(), offered);
            ServedTree.requireIndexes(tree(next), recentRepomd);
            next.collectGarbage(Set.of());
            assertThat(next.findGarbage(Set.of()).garbage()).isEmpty();
            published(next, adding("next", taken(next, "fts", "1")));
            left.losePower(Survival.nothing());
            assertThat(ServedTree.wholePackages(tree(open(left)))).hasSize(3);
            ServedTree.requireIndexes(tree(next), recentRepomd);
        };
        steps.killed(look);
        steps.powerless(look);
    }

    private static Path tree(FilesystemRepository repository) {
        return repository.directory(Stage.BETA, EL9);
    }

    private FilesystemRepository open(FaultyDisk disk) {
        return FilesystemRepository.at(disk.path("/srv/repository"))
                .executor(Runnable::run)
                .metadataGrace(GRACE)
                .poolGrace(GRACE)
                .clock(() -> now)
                .open();
    }
}
