package org.gridrollout.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTableTest {

    @Test
    void everyStateCanBeReached() {
        assertThat(reachable(RolloutState.CONTRIBUTED, EnumSet.noneOf(RolloutState.class)))
                .containsExactlyInAnyOrder(RolloutState.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateThatIsNotTerminalCanEnd(RolloutState state) {
        assertThat(reachable(state, EnumSet.noneOf(RolloutState.class))).anyMatch(RolloutState::isTerminal);
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeadsOutOfATerminalState(RolloutState state) {
        boolean moves = TransitionTable.transitions().stream()
                .anyMatch(each ->
                        each.moves() && each.from().filter(state::equals).isPresent());
        assertThat(moves).isNotEqualTo(state.isTerminal());
    }

    @Test
    void noWayIntoProductionLeadsPastGood() {
        assertThat(reachable(RolloutState.CONTRIBUTED, EnumSet.of(RolloutState.GOOD)))
                .doesNotContain(RolloutState.PROMOTING, RolloutState.IN_PRODUCTION, RolloutState.FAULTY);
    }

    @Test
    void noWayToGoodLeadsPastBeta() {
        assertThat(reachable(RolloutState.CONTRIBUTED, EnumSet.of(RolloutState.IN_BETA)))
                .doesNotContain(RolloutState.GOOD);
    }

    @ParameterizedTest
    @EnumSource
    void anIncidentIsRecordedInEveryState(RolloutState state) {
        assertThat(TransitionTable.permits(state, EventType.INCIDENT_FILED, state))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventCanHappenSomewhere(EventType type) {
        assertThat(TransitionTable.transitions()).extracting(Transition::on).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void eventLeadsWhereARowSaysSoAndNowhereElse(EventType type) {
        for (RolloutState from : RolloutState.values()) {
            for (RolloutState to : RolloutState.values()) {
                boolean row = TransitionTable.transitions().contains(new Transition(Optional.of(from), type, to));
                assertThat(TransitionTable.permits(from, type, to)).isEqualTo(row);
            }
        }
    }

    private static Set<RolloutState> reachable(RolloutState from, Set<RolloutState> closed) {
        Set<RolloutState> seen = EnumSet.of(from);
        Deque<RolloutState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            RolloutState state = open.remove();
            TransitionTable.transitions().stream()
                    .filter(each -> each.from().filter(state::equals).isPresent())
                    .map(Transition::to)
                    .filter(each -> !closed.contains(each) && seen.add(each))
                    .forEach(open::add);
        }
        return seen;
    }
}
