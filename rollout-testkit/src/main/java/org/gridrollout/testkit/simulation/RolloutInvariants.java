package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.TransitionTable;

/** What holds whatever teams, sites and MUs do, numbered as in the design. Extend it to try a backend. */
public abstract class RolloutInvariants {

    private static final int TRIES = 40;

    private final List<Backends> opened = new ArrayList<>();

    /** For subclasses. */
    protected RolloutInvariants() {}

    /** Fresh, empty backends. */
    protected abstract Backends backends();

    @Provide
    Arbitrary<List<Action>> actions() {
        return Action.any().list().ofMinSize(5).ofMaxSize(40);
    }

    @Property(tries = TRIES)
    void invariant01_everyHistoryIsAPathOfTheTransitionTable(@ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout before = null;
            for (RolloutEvent event : history(grid, release)) {
                Rollout after = Lifecycle.evolve(before, event);
                if (before != null) {
                    assertThat(TransitionTable.permits(before.state(), event.type(), after.state()))
                            .isTrue();
                    assertThat(before.state().isTerminal() && after.state() != before.state())
                            .as("terminal states stay")
                            .isFalse();
                }
                before = after;
            }
        }
    }

    @Property(tries = TRIES)
    void invariant02_replayGivesTheSnapshotAndTheSameCommandsTheSameEvents(@ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(actions, 1);
        for (Rollout each : grid.rollouts()) {
            assertThat(Lifecycle.replay(history(grid, each.id()))).isEqualTo(each);
        }
        GridSimulation again = run(actions, 1);
        assertThat(again.releases()).isEqualTo(grid.releases());
        for (ReleaseId each : grid.releases()) {
            assertThat(history(again, each)).isEqualTo(history(grid, each));
        }
    }

    @Property(tries = TRIES)
    void invariant03_nothingReachesProductionWithAnOpenOrCriticalIncidentOrUncleared(
            @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout rollout = null;
            for (RolloutEvent event : history(grid, release)) {
                if (event instanceof RolloutEvent.PromotionDecided && rollout != null) {
                    assertThat(rollout.state()).isEqualTo(RolloutState.GOOD);
                    assertThat(rollout.undecidedIncidents()).isEmpty();
                    assertThat(rollout.criticalIncidents()).isEmpty();
                }
                rollout = Lifecycle.evolve(rollout, event);
            }
        }
    }

    @Property(tries = TRIES)
    void invariant07_releaseIsInARepositoryWholeOrNotAtAll(@ForAll("actions") List<Action> actions) {
        GridSimulation grid = new GridSimulation(open(), 1);
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
    void invariant10_everyObligationEndsOnce(@ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(actions, 1);
        for (ReleaseId release : grid.releases()) {
            List<ObligationId> ended = history(grid, release).stream()
                    .filter(SiteEvent.ObligationEnded.class::isInstance)
                    .map(each -> ((SiteEvent.ObligationEnded) each).obligation())
                    .toList();
            assertThat(ended).doesNotHaveDuplicates();
        }
    }

    @Property(tries = TRIES)
    void invariant11_itMakesNoDifferenceHowOftenSomebodyLooks(@ForAll("actions") List<Action> actions) {
        GridSimulation seldom = run(actions, 0);
        GridSimulation often = run(actions, 3);
        assertThat(often.rollouts()).isEqualTo(seldom.rollouts());
        List<Rollout> before = often.rollouts();
        often.sweep();
        assertThat(often.rollouts()).as("sweeping twice").isEqualTo(before);
    }

    @AfterTry
    void closeAll() {
        opened.forEach(Backends::close);
        opened.clear();
    }

    private Backends open() {
        Backends backends = backends();
        opened.add(backends);
        return backends;
    }

    private GridSimulation run(List<Action> actions, int looks) {
        GridSimulation grid = new GridSimulation(open(), looks);
        actions.forEach(grid::perform);
        grid.sweep();
        return grid;
    }

    private static List<RolloutEvent> history(GridSimulation grid, ReleaseId release) {
        return grid.engine().history(release).stream().map(RecordedEvent::event).toList();
    }
}
