package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.junit.jupiter.api.Test;

/** Properties say something only about what their generator reaches. */
class SimulationReachTest {

    @Test
    void randomGridsReachEveryStateTheyCan() {
        Random random = new Random(11);
        Set<RolloutState> reached = EnumSet.noneOf(RolloutState.class);
        Set<EventType> happened = EnumSet.noneOf(EventType.class);
        Action.Kind[] kinds = Action.Kind.values();
        for (int run = 0; run < 400; run++) {
            GridSimulation grid = new GridSimulation(new InMemoryRolloutProperties().backends(), 0);
            for (int i = 0; i < 40; i++) {
                grid.perform(new Action(kinds[random.nextInt(kinds.length)], random.nextInt(6), random.nextInt(300)));
                grid.rollouts().forEach(each -> reached.add(each.state()));
            }
            grid.releases()
                    .forEach(release -> grid.engine()
                            .history(release)
                            .forEach(each -> happened.add(each.event().type())));
        }
        // These need a crash, a refusing repository, or work that is still to come.
        Set<RolloutState> outOfReach = EnumSet.of(
                RolloutState.CONTRIBUTED, RolloutState.PROMOTING, RolloutState.REFUSED, RolloutState.RETIRED);
        assertThat(reached).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(outOfReach)));
        Set<EventType> notHere = EnumSet.of(
                EventType.CRITICALITY_LOWERED, // a fault in production is rare here; FiveActsTest has it
                EventType.REFUSED,
                EventType.PROMOTION_ABORTED,
                EventType.REMOVAL_ABANDONED,
                EventType.RETIRED,
                EventType.SITES_ADDED);
        assertThat(happened).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(notHere)));
    }
}
