package org.gridrollout.benchmarks.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.core.lifecycle.Transition;
import org.gridrollout.core.lifecycle.TransitionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachinesTest {

    static Stream<Machine> machines() {
        return Stream.concat(Stream.of(new OurTable()), Stream.of(Peer.values()).map(Peer::machine));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void leadEveryObjectIntoProduction(Machine machine) {
        for (int object = 0; object < 3; object++) {
            assertThat(machine.walk(Workflow.START, Workflow.events())).isEqualTo(Workflow.END);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void refuseAnEventOutOfOrderAndServeTheNextObjectAllTheSame(Machine machine) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> machine.walk(Workflow.START, EventType.BETA_PUBLISHED, EventType.CLEARED));
        assertThat(machine.walk(Workflow.START, Workflow.events())).isEqualTo(Workflow.END);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void followEveryRowTheyWereGiven(Machine machine) {
        assertThat(Workflow.rows()).hasSizeGreaterThan(25);
        for (Transition row : Workflow.rows()) {
            assertThat(machine.walk(row.from().orElseThrow(), row.on()))
                    .as(row.toString())
                    .isEqualTo(row.to());
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void refuseWhatNoRowSays(Machine machine) {
        List<EventType> moving =
                Workflow.rows().stream().map(Transition::on).distinct().toList();
        for (RolloutState from : RolloutState.values()) {
            for (EventType on : moving) {
                Optional<RolloutState> to = Workflow.rows().stream()
                        .filter(row -> row.from().orElseThrow() == from && row.on() == on)
                        .map(Transition::to)
                        .findFirst();
                if (to.isEmpty() && !staysThere(from, on)) {
                    assertThatExceptionOfType(RuntimeException.class)
                            .as(on + " in " + from)
                            .isThrownBy(() -> machine.walk(from, on));
                }
            }
        }
    }

    /** Our table has rows that change nothing, which the peers were spared. */
    private static boolean staysThere(RolloutState from, EventType on) {
        return TransitionTable.permits(from, on, from);
    }
}
