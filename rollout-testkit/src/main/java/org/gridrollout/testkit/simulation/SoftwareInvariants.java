package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.version.RpmVersionScheme;

/** What clients get: higher versions, whole releases, and a fix for what is faulty. */
abstract class SoftwareInvariants extends HistoryInvariants {

    @Property(tries = TRIES)
    void invariant05_everyReleaseIsHigherThanAllThatWasEverExposed(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        VersionScheme versions = new RpmVersionScheme();
        Map<String, Evr> floor = new HashMap<>();
        Map<ReleaseId, List<PackageRef>> packages = new HashMap<>();
        for (RecordedEvent each : grid.engine().history(0, 10_000)) {
            if (each.event() instanceof RolloutEvent.Contributed contributed) {
                packages.put(each.release(), contributed.release().packages());
                for (PackageRef ref : contributed.release().packages()) {
                    Evr below = floor.get(ref.component());
                    assertThat(below == null || versions.compare(ref.nevra().evr(), below) > 0)
                            .as("%s over the floor %s", ref, below)
                            .isTrue();
                }
            } else if (each.event() instanceof RolloutEvent.BetaPublished) {
                packages.getOrDefault(each.release(), List.of())
                        .forEach(ref -> floor.put(ref.component(), ref.nevra().evr()));
            }
        }
    }

    @Property(tries = TRIES)
    void invariant07_releaseIsInARepositoryWholeOrNotAtAll(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = new GridSimulation(open(), setting, 1, Stage.BETA);
        for (Action action : actions) {
            grid.perform(action);
            for (Stage stage : Stage.values()) {
                List<PackageRef> offered = grid.offered(stage);
                grid.rollouts().forEach(each -> {
                    List<PackageRef> own = each.release().packages();
                    assertThat(own.stream().filter(offered::contains).count())
                            .as("%s in %s after %s", each.id(), stage, action)
                            .isIn(0L, (long) own.size());
                });
            }
        }
    }

    @Property(tries = TRIES)
    void invariant09_faultyReleaseHasOneOpenRestorationUntilSomethingHigherOrTwoPersonsEndIt(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout rollout = null;
            for (RolloutEvent event : history(grid, release)) {
                Rollout after = Lifecycle.evolve(rollout, event);
                boolean open = after.restoration()
                        .filter(each -> each.status().isOpen())
                        .isPresent();
                assertThat(open).as("%s after %s", release, event).isEqualTo(after.state() == RolloutState.FAULTY);
                if (rollout != null && rollout.state() == RolloutState.FAULTY && !open) {
                    assertThat(event)
                            .isInstanceOfAny(RolloutEvent.Superseded.class, IncidentEvent.CriticalityLowered.class);
                    if (event instanceof IncidentEvent.CriticalityLowered lowered) {
                        assertThat(lowered.by().name())
                                .isNotEqualTo(lowered.secondPerson().name());
                    } else if (event instanceof RolloutEvent.Superseded superseded) {
                        assertHigher(grid, superseded.by(), release);
                    }
                }
                rollout = after;
            }
        }
    }

    private static void assertHigher(GridSimulation grid, ReleaseId newer, ReleaseId older) {
        VersionScheme versions = new RpmVersionScheme();
        List<PackageRef> low =
                grid.engine().rollout(older).orElseThrow().release().packages();
        for (PackageRef high :
                grid.engine().rollout(newer).orElseThrow().release().packages()) {
            assertThat(low.stream().filter(each -> each.component().equals(high.component())))
                    .allMatch(each ->
                            versions.compare(high.nevra().evr(), each.nevra().evr()) > 0);
        }
    }
}
