package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.open;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.Test;

/** Opening and taking in, with the process killed or the power gone at every single step. */
class CrashedIntakeTest {

    @Test
    void openingLeavesNothingThatTheNextOpeningDoesNotMend() throws Exception {
        FaultyDisk undisturbed = FaultyDisk.empty();
        Map<String, String> expected = TreeContents.of(open(undisturbed).root());
        EveryStep steps = EveryStep.of(FaultyDisk.empty(), Site::open);
        EveryStep.Look look = left -> {
            open(left);
            left.losePower(Survival.nothing());
            assertThat(TreeContents.of(open(left).root())).isEqualTo(expected);
        };
        steps.killed(look);
        steps.powerless(look);
    }

    @Test
    void whatWasTakenInStaysAndWhatWasNotCanBeTakenInAgain() throws Exception {
        FaultyDisk before = FaultyDisk.empty();
        taken(open(before), "fts", "1");
        EveryStep steps = EveryStep.of(before, disk -> taken(open(disk), rpm("voms", "2.1")));
        assertThat(steps.count()).isGreaterThan(10);
        EveryStep.Look look = left -> {
            PackageRef voms = taken(open(left), rpm("voms", "2.1"));
            left.losePower(Survival.nothing()); // what was answered stays so
            FilesystemRepository repository = open(left);
            assertThat(repository.describe(voms.sha256())).isPresent();
            published(repository, adding("first", voms));
            assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                    .containsExactly(voms.sha256().hex());
        };
        steps.killed(look);
        steps.powerless(look);
    }

    @Test
    void aPoolNeverHasAFileThatIsNotWhatItsNameSays() throws Exception {
        FaultyDisk before = FaultyDisk.empty();
        open(before);
        EveryStep.of(before, disk -> taken(open(disk), rpm("voms", "2.1"))).powerless(left -> {
            Path pool = left.path("/srv/repository/pool/sha256");
            for (Map.Entry<String, String> each : TreeContents.of(pool).entrySet()) {
                Path file = pool.resolve(each.getKey());
                assertThat(Files.isDirectory(file) || file.endsWith(each.getValue() + ".rpm"))
                        .as("%s", each)
                        .isTrue();
            }
        });
    }
}
