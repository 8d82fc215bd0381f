package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.closure.Universes.closureOf;
import static org.gridrollout.core.closure.Universes.facts;
import static org.gridrollout.core.closure.Universes.installs;
import static org.gridrollout.core.closure.Universes.member;
import static org.gridrollout.core.closure.Universes.universeOf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OddUniversesTest {

    @Test
    void nothingIsAClosedUniverse() {
        assertThat(closureOf().broken()).isEmpty();
    }

    @Test
    void packagesThatNeedEachOtherAreInstalledTogether() {
        assertThat(installs(
                        Pack.of("a", "1-1").requires("b"), Pack.of("b", "1-1").requires("a")))
                .isTrue();
    }

    @Test
    void aPackageThatConflictsWithOrObsoletesItselfDoesNotMind() {
        assertThat(installs(Pack.of("a", "1-1").conflicts("a").obsoletes("a <= 1")))
                .isTrue();
    }

    @Test
    void aCombinationThatAPackageProvidesByItselfIsForbiddenToOthersOnly() {
        Pack a = Pack.of("a", "1-1").provides("v").conflicts("(a and v)");
        Pack other = Pack.of("other", "1-1").provides("v");
        assertThat(installs(a)).isTrue();
        assertThat(installs(Pack.of("c", "1-1").requires("a", "other"), a, other))
                .isFalse();
    }

    @Test
    void theSameFileTwiceIsOnePackage() {
        Pack a = Pack.of("a", "1-1");
        assertThat(universeOf(a, a).size()).isEqualTo(1);
        assertThat(closureOf(a)
                        .after(UniverseChange.adding(facts(a)))
                        .after()
                        .universe()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void twoFilesOfOneNevraAreTwoPackagesThatExcludeEachOther() {
        Pack one = Pack.of("a", "1-1").provides("v");
        Pack other = Pack.of("a", "1-1").provides("w");
        assertThat(universeOf(one, other).size()).isEqualTo(2);
        assertThat(installs(Pack.of("c", "1-1").requires("v", "w"), one, other)).isFalse();
        assertThat(installs(Pack.of("c", "1-1").requires("w"), one, other)).isTrue();
    }

    @Test
    @Timeout(60)
    void aChainOfTwentyThousandNeedsNoStack() {
        int length = 20_000;
        Pack[] packs = IntStream.range(0, length)
                .mapToObj(i -> Pack.of("p" + i, "1-1").requires("p" + (i + 1)))
                .toArray(Pack[]::new);
        Closure broken = closureOf(packs);
        assertThat(broken.broken()).hasSize(length);
        assertThat(broken.explain(member(packs[0])).orElseThrow().chain()).hasSize(length);
        ClosureDifference mended = broken.after(UniverseChange.adding(facts(Pack.of("p" + length, "1-1"))));
        assertThat(mended.mended()).hasSize(length);
    }

    /** Each of n pigeons needs one of n - 1 holes, and no hole takes two: hard for whoever only tries. */
    @Test
    @Timeout(60)
    void choicesThatCannotAllBeMadeAreSeenThrough() {
        int pigeons = 6;
        List<Pack> packs = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int pigeon = 0; pigeon < pigeons; pigeon++) {
            all.add("pigeon" + pigeon);
            packs.add(Pack.of("pigeon" + pigeon, "1-1").requires("place" + pigeon));
            for (int hole = 0; hole < pigeons - 1; hole++) {
                packs.add(Pack.of("hole" + hole + "-" + pigeon, "1-1")
                        .provides("place" + pigeon, "hole" + hole)
                        .conflicts("hole" + hole));
            }
        }
        Pack house = Pack.of("house", "1-1").requires(all.toArray(String[]::new));
        Pack smaller =
                Pack.of("smaller", "1-1").requires(all.subList(1, pigeons).toArray(String[]::new));
        packs.add(house);
        packs.add(smaller);
        assertThat(closureOf(packs.toArray(Pack[]::new)).broken()).containsExactly(member(house));
    }

    @Test
    void aCheckCanBeWatchedAndStopped() {
        Universe universe = universeOf(Pack.of("a", "1-1").requires("nothing"), Pack.of("b", "1-1"));
        AtomicInteger decided = new AtomicInteger();
        Closure.of(universe, (done, total) -> decided.set(done));
        assertThat(decided).hasValue(2);
        ClosureProgress impatient = new ClosureProgress() {
            @Override
            public void at(int done, int total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> Closure.of(universe, impatient)).isInstanceOf(ClosureCancelledException.class);
    }

    @Test
    void aCompactedUniverseIsTheSame() {
        Pack a = Pack.of("a", "1-1")
                .requires("/usr/bin/x", "(b if c)")
                .conflicts("d < 2")
                .files("/etc/a");
        Pack b = Pack.of("b", "2-1").obsoletes("a").files("/usr/bin/x");
        Universe universe = universeOf(a)
                .after(UniverseChange.adding(facts(b)))
                .after(UniverseChange.adding(facts(Pack.of("d", "1-1"))));
        assertThat(universe.compacted().members())
                .containsExactlyElementsOf(universe.members().toList());
        assertThat(Closure.of(universe.compacted()).broken())
                .isEqualTo(Closure.of(universe).broken());
    }
}
