package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RanksProperties {

    @Provide
    Arbitrary<List<List<Long>>> runs() {
        Arbitrary<Long> values = Arbitraries.oneOf(
                Arbitraries.longs(), Arbitraries.longs().between(0, 9), Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE));
        return values.list().ofMinSize(1).ofMaxSize(40).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 500)
    void everyRankIsWhatSortingAllGives(@ForAll("runs") List<List<Long>> runs) {
        List<Long> all = new ArrayList<>();
        runs.forEach(all::addAll);
        Collections.sort(all);
        List<SortedLongs> sorted = runs.stream().map(RanksProperties::sorted).toList();
        for (int rank = 0; rank < all.size(); rank++) {
            assertThat(Ranks.pick(sorted, rank)).isEqualTo(all.get(rank));
        }
    }

    @Property(tries = 500)
    void numbersStayInOrderWhateverIsAddedAndRemoved(
            @ForAll("runs") List<List<Long>> runs, @ForAll List<Integer> removals) {
        List<Long> expected = new ArrayList<>(runs.get(0));
        SortedLongs numbers = sorted(expected);
        for (int each : removals) {
            if (!expected.isEmpty()) {
                numbers.remove(expected.remove(Math.floorMod(each, expected.size())));
            }
        }
        Collections.sort(expected);
        assertThat(numbers.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(expected.get(i));
        }
    }

    private static SortedLongs sorted(List<Long> numbers) {
        SortedLongs sorted = new SortedLongs();
        numbers.forEach(sorted::add);
        return sorted;
    }
}
