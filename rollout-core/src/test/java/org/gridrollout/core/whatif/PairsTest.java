package org.gridrollout.core.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.rollout.RolloutState;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Property
    void bothWaysAreToldWholeAndInOrder(@ForAll List<RolloutState> before, @ForAll List<RolloutState> after) {
        List<Pairs.Pair> pairs = Pairs.of(way(before), way(after));
        assertThat(pairs.stream().flatMap(each -> each.before().stream())).isEqualTo(way(before));
        assertThat(pairs.stream().flatMap(each -> each.after().stream())).isEqualTo(way(after));
    }

    @Property
    void onlyTheSameStateIsPaired(@ForAll List<RolloutState> before, @ForAll List<RolloutState> after) {
        assertThat(Pairs.of(way(before), way(after))).allSatisfy(each -> {
            if (each.before().isPresent() && each.after().isPresent()) {
                assertThat(each.before().get().state())
                        .isEqualTo(each.after().get().state());
            }
        });
    }

    @Property
    void wayIsPairedWithItselfStepByStep(@ForAll List<RolloutState> states) {
        assertThat(Pairs.of(way(states), way(states)))
                .hasSameSizeAs(states)
                .allMatch(each -> each.before().equals(each.after()));
    }

    @Test
    void longestCommonWayIsPaired() {
        List<RolloutState> before =
                List.of(RolloutState.ROLLING_OUT, RolloutState.HELD, RolloutState.ROLLING_OUT, RolloutState.GOOD);
        List<RolloutState> after = List.of(RolloutState.ROLLING_OUT, RolloutState.GOOD);
        assertThat(Pairs.of(way(before), way(after)))
                .extracting(
                        each -> each.before().isPresent(), each -> each.after().map(Stay::state))
                .containsExactly(
                        tuple(true, Optional.of(RolloutState.ROLLING_OUT)),
                        tuple(true, Optional.empty()),
                        tuple(true, Optional.empty()),
                        tuple(true, Optional.of(RolloutState.GOOD)));
    }

    private static List<Stay> way(List<RolloutState> states) {
        return IntStream.range(0, states.size())
                .mapToObj(each -> new Stay(states.get(each), Instant.EPOCH.plusSeconds(each)))
                .toList();
    }
}
