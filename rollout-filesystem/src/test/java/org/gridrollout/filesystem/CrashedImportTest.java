package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.open;
import static org.gridrollout.filesystem.Site.rpm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.OnRefusal;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.Test;

/** Importing, with the process killed or the power gone at every single step. */
class CrashedImportTest {

    @Test
    void publishesAllOrNothingAndImportingAgainPublishesAll() throws Exception {
        FaultyDisk before = FaultyDisk.empty();
        for (String name : List.of("fts", "voms")) {
            write(before.path("/home/mirror/" + name + ".rpm"), rpm(name, "1").build());
        }
        open(before);

        EveryStep steps = EveryStep.of(before, CrashedImportTest::run);
        assertThat(steps.count()).isGreaterThan(20);
        EveryStep.Look look = left -> {
            FilesystemRepository next = open(left);
            assertThat(next.current(Stage.BETA, EL9).packages())
                    .satisfiesAnyOf(
                            packages -> assertThat(packages).isEmpty(),
                            packages -> assertThat(packages).hasSize(2));
            run(left);
            left.losePower(Survival.nothing()); // what was answered stays so
            FilesystemRepository last = open(left);
            assertThat(ServedTree.wholePackages(last.directory(Stage.BETA, EL9)))
                    .hasSize(2);
            assertThat(last.verify(Progress.UNWATCHED).damage())
                    .filteredOn(each -> each.kind() != Damage.Kind.CACHE_CORRUPT) // never forced
                    .isEmpty();
        };
        steps.killed(look);
        steps.powerless(look);
    }

    private static Optional<PublicationResult> run(FaultyDisk disk) {
        return open(disk)
                .importFrom(disk.path("/home/mirror"), Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED)
                .result();
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        for (Path each = file; each != null; each = each.getParent()) {
            try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
