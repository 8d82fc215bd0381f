package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.junit.jupiter.api.Test;

/** Properties say something only about what their generator reaches. */
class SimulationReachTest {

    private static final List<Action.Kind> LEADING_ON = List.of(
            Action.Kind.CONTRIBUTE,
            Action.Kind.CONTRIBUTE_FIX,
            Action.Kind.ANNOUNCE,
            Action.Kind.DEPLOY,
            Action.Kind.REPORT_WORKING,
            Action.Kind.PASS_TIME,
            Action.Kind.PASS_TIME,
            Action.Kind.PASS_TIME,
            Action.Kind.ANNOUNCE_RETIREMENT,
            Action.Kind.RETIRE,
            Action.Kind.EXPEDITE,
            Action.Kind.ADD_SITES,
            Action.Kind.PLAN_RESTORATION,
            Action.Kind.ACCEPT_RISK,
            Action.Kind.PROMOTE,
            Action.Kind.FILE_INCIDENT,
            Action.Kind.DECIDE);

    @Test
    void randomGridsReachEveryStateTheyCan() {
        Random random = new Random(11);
        Set<RolloutState> reached = EnumSet.noneOf(RolloutState.class);
        Set<EventType> happened = EnumSet.noneOf(EventType.class);
        List<Action.Kind> kinds = new ArrayList<>(List.of(Action.Kind.values()));
        for (int i = 0; i < 8; i++) { // what leads on, so that long stories are told as well
            kinds.addAll(LEADING_ON);
        }
        for (int run = 0; run < 150; run++) {
            GridSimulation grid = new GridSimulation(new InMemoryRolloutProperties().backends(), 0);
            for (int i = 0; i < 120; i++) {
                grid.perform(new Action(
                        kinds.get(random.nextInt(kinds.size())),
                        random.nextBoolean() ? Math.max(0, grid.releases().size() - 1) : random.nextInt(6),
                        random.nextInt(300)));
                grid.rollouts().forEach(each -> reached.add(each.state()));
            }
            grid.releases()
                    .forEach(release -> grid.engine()
                            .history(release)
                            .forEach(each -> happened.add(each.event().type())));
        }
        // These need a crash or a refusing repository, or are passed within one command.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached)))
                .containsExactlyInAnyOrder(RolloutState.CONTRIBUTED, RolloutState.PROMOTING, RolloutState.REFUSED);
        // Refusing repositories, checks asked for and whole restorations are the matter of the core's scenario tests.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(happened)))
                .isSubsetOf(
                        EventType.REFUSED,
                        EventType.PROMOTION_ABORTED,
                        EventType.REMOVAL_ABANDONED,
                        EventType.CHECK_RECORDED,
                        EventType.INFORMATION_PROVIDED,
                        EventType.INCIDENT_RESOLVED,
                        EventType.RESTORED_SERVICE,
                        EventType.FLEET_CLEARED,
                        EventType.LOWERING_PROPOSED,
                        EventType.CRITICALITY_LOWERED);
    }
}
