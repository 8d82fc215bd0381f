package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.simulation.Action;
import org.gridrollout.testkit.simulation.Backends;
import org.gridrollout.testkit.simulation.Grid;
import org.gridrollout.testkit.simulation.GridSimulation;

/** Two grids to which the same happens, but for one whose repository crashes now and then: nobody can tell which is which. */
class CrashedGridProperties {

    private static final int SWEEPS = 30;

    private record OnDisk(RolloutStore store, PackageRepository repository) implements Backends {
        @Override
        public byte[] packageFile(Nevra nevra) {
            return RpmBuilder.of(nevra).build();
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void invariant12_whateverPeopleDoCrashesOfTheRepositoryMakeNoDifferenceAfterTheNextSweep(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions, @ForAll long seed) {
        FilesystemRepository sound =
                FilesystemRepository.open(FaultyDisk.empty().path("/srv/repository"));
        CrashingRepository crashing = new CrashingRepository(seed);
        GridSimulation undisturbed =
                new GridSimulation(new OnDisk(new InMemoryRolloutStore(), sound), setting, 0, Stage.BETA);
        GridSimulation disturbed =
                new GridSimulation(new OnDisk(new InMemoryRolloutStore(), crashing), setting, 0, Stage.BETA);
        for (Action action : actions) {
            undisturbed.perform(action);
            undisturbed.sweep();
            try {
                disturbed.perform(action);
            } catch (RepositoryException crashed) {
                assertEveryReleaseIsWhole(disturbed);
            }
            sweepUntilNothingFails(disturbed);
            assertThat(disturbed.rollouts()).as("after %s", action).isEqualTo(undisturbed.rollouts());
            for (Stage stage : Stage.values()) {
                assertThat(disturbed.offered(stage)).isEqualTo(undisturbed.offered(stage));
            }
        }
        Statistics.label("crashed").collect(crashing.crashes() > 0);
        Statistics.label("crashed").coverage(each -> each.check(true).percentage(share -> share > 50));
    }

    private static void sweepUntilNothingFails(GridSimulation grid) {
        int sweeps = 0;
        while (!grid.engine().sweep().failures().isEmpty()) {
            assertEveryReleaseIsWhole(grid);
            assertThat(++sweeps).isLessThan(SWEEPS);
        }
    }

    private static void assertEveryReleaseIsWhole(GridSimulation grid) {
        for (Stage stage : Stage.values()) {
            List<PackageRef> offered = grid.offered(stage);
            grid.rollouts().forEach(each -> {
                List<PackageRef> own = each.release().packages();
                assertThat(own.stream().filter(offered::contains).count())
                        .as("%s in %s", each.id(), stage)
                        .isIn(0L, (long) own.size());
            });
        }
    }

    @Provide
    Arbitrary<Grid> grids() {
        return Grid.any();
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Action.any().list().ofMinSize(10).ofMaxSize(40);
    }
}
