package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.junit.jupiter.api.Test;

/** Properties say something only about what their generator reaches. */
class SimulationReachTest {

    @Test
    void randomGridsReachEveryStateTheyCan() {
        Random random = new Random(11);
        Set<RolloutState> reached = EnumSet.noneOf(RolloutState.class);
        Set<EventType> happened = EnumSet.noneOf(EventType.class);
        List<Action.Kind> kinds = List.of(Action.Kind.values());
        for (int run = 0; run < 20; run++) {
            GridSimulation grid = new GridSimulation(new InMemoryRolloutProperties().backends(), 0);
            for (int i = 0; i < 60; i++) {
                grid.perform(new Action(
                        random.nextBoolean() ? Action.Kind.LEAD_ON : kinds.get(random.nextInt(kinds.size())),
                        random.nextInt(6),
                        random.nextInt(300)));
            }
            for (ReleaseId release : grid.releases()) {
                Rollout rollout = null;
                for (RecordedEvent each : grid.engine().history(release)) {
                    rollout = Lifecycle.evolve(rollout, each.event());
                    happened.add(each.event().type());
                    reached.add(rollout.state());
                }
            }
        }
        // Only a repository refuses.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached))).containsExactly(RolloutState.REFUSED);
        // Refusing repositories and checks asked for are the matter of the core's scenario tests.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(happened)))
                .isSubsetOf(
                        EventType.REFUSED,
                        EventType.PROMOTION_ABORTED,
                        EventType.REMOVAL_ABANDONED,
                        EventType.CHECK_RECORDED);
    }
}
