package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.open;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.Test;

/** Repairing, with the process killed or the power gone at every single step. */
class CrashedRepairTest {

    @Test
    void leavesNothingThatRepairingAgainDoesNotMend() throws Exception {
        FaultyDisk before = FaultyDisk.empty();
        FilesystemRepository repository = open(before);
        PackageRef kept = taken(repository, "kept", "1");
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("first", kept, voms));
        PackageRef newer = taken(repository, "voms", "2");
        published(repository, change("second", List.of(newer), List.of(voms)));
        damage(repository, kept, newer);
        force(repository.root());

        EveryStep steps = EveryStep.of(before, disk -> open(disk).repair(Progress.UNWATCHED));
        assertThat(steps.count()).isGreaterThan(20);
        EveryStep.Look look = left -> {
            FilesystemRepository next = open(left);
            assertThat(next.repair(Progress.UNWATCHED).remaining()).isEmpty();
            left.losePower(Survival.nothing()); // what was said to be mended stays so
            FilesystemRepository last = open(left);
            assertThat(last.verify(Progress.UNWATCHED).damage())
                    .filteredOn(each -> each.kind() != Damage.Kind.CACHE_CORRUPT) // never forced
                    .isEmpty();
            assertThat(ServedTree.wholePackages(last.directory(Stage.BETA, EL9)))
                    .containsExactlyInAnyOrder(
                            kept.sha256().hex(), newer.sha256().hex());
        };
        steps.killed(look);
        steps.powerless(look);
    }

    /** In the pool, in the tree and in the metadata; each can be made again from what is left. */
    private static void damage(FilesystemRepository repository, PackageRef kept, PackageRef newer) throws IOException {
        Path tree = repository.directory(Stage.BETA, EL9);
        DamagedSite.copy(tree.resolve("Packages/k/kept-1-1.el9.noarch.rpm"));
        DamagedSite.spoil(Site.pooled(repository.root(), kept));
        Files.delete(tree.resolve(PackageLocation.of(newer.nevra())));
        Manifest manifest = new Generations().current(new Tree(repository.root(), Stage.BETA, EL9));
        DamagedSite.spoil(tree.resolve("repodata").resolve(manifest.indexFiles().get(0)));
        Files.delete(tree.resolve("repodata/repomd.xml"));
    }

    /** Damage that was there long before the repair. */
    private static void force(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path each : walk.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }
    }
}
