package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification.Intact;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.TransitionTable;
import org.gridrollout.core.whatif.JournalReplay;

/** What can be read from a history: its steps, what leads to production, and its chain. */
abstract class HistoryInvariants extends InvariantGround {

    @Property(tries = TRIES)
    void invariant01_everyHistoryIsAPathOfTheTransitionTable(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
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
    void invariant02_replayGivesTheSnapshotAndTheSameCommandsTheSameEvents(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (Rollout each : grid.rollouts()) {
            assertThat(Lifecycle.replay(history(grid, each.id()))).isEqualTo(each);
        }
        GridSimulation again = run(setting, actions, 1);
        assertThat(again.releases()).isEqualTo(grid.releases());
        for (ReleaseId each : grid.releases()) {
            assertThat(history(again, each)).isEqualTo(history(grid, each));
        }
        assertThat(JournalReplay.of(grid.engine()).run().deviations()).isEmpty();
    }

    @Property(tries = TRIES)
    void invariant03_nothingReachesProductionWithAnOpenOrCriticalIncidentOrUncleared(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
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
    void invariant03_releaseIsGoodOnlyAfterItsPeriodOrByADecisionOnRecord(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout rollout = null;
            for (RolloutEvent event : history(grid, release)) {
                if (event instanceof RolloutEvent.Cleared && rollout != null) {
                    Rollout before = rollout;
                    boolean over = before.observation()
                            .filter(each -> each.isOverAt(event.at()))
                            .isPresent();
                    boolean everySiteSpoke = Exposure.everySiteReportedWorking(before);
                    boolean decided =
                            before.emergency().isPresent() || !before.waivers().isEmpty();
                    assertThat(over || everySiteSpoke || decided)
                            .as("%s cleared at %s, period %s", release, event.at(), before.observation())
                            .isTrue();
                }
                rollout = Lifecycle.evolve(rollout, event);
            }
        }
    }

    @Property(tries = TRIES)
    void invariant15_journalOfWhateverHappenedIsAnUnbrokenChain(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = new GridSimulation(open(), setting, 1, Stage.BETA);
        RolloutStore store = grid.backends().store();
        JournalVerifier verifier = JournalVerifier.of(store);
        JournalHead start = store.head();
        for (Action action : actions) {
            JournalHead before = store.head();
            grid.perform(action);
            assertThat(verifier.verifyAfter(before)).isInstanceOf(Intact.class);
        }
        JournalHead head = store.head();
        assertThat(head.position()).isPositive();
        assertThat(verifier.verify(start)).isEqualTo(new Intact(head, head.position()));
    }
}
