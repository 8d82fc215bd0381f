package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.closure.Universes.closureOf;
import static org.gridrollout.core.closure.Universes.facts;
import static org.gridrollout.core.closure.Universes.member;
import static org.gridrollout.core.closure.Universes.why;

import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Pack LIBRARY = Pack.of("lib", "1-1");

    @Test
    void namesWhatNobodyProvides() {
        assertThat(why(Pack.of("a", "1-1").requires("lib")))
                .isEqualTo("a-1-1.noarch needs lib, which nobody provides.");
    }

    @Test
    void namesWhatIsThereInstead() {
        assertThat(why(Pack.of("a", "1-1").requires("lib >= 2"), LIBRARY))
                .isEqualTo("a-1-1.noarch needs lib >= 2, which nobody provides (there is only lib = 1-1 of"
                        + " lib-1-1.noarch).");
    }

    @Test
    void followsTheOnlyWayToTheRoot() {
        assertThat(why(
                        Pack.of("a", "1-1").requires("b"),
                        Pack.of("b", "1-1").requires("c"),
                        Pack.of("c", "1-1").requires("lib")))
                .isEqualTo("a-1-1.noarch needs b from b-1-1.noarch, which needs c from c-1-1.noarch, which needs lib,"
                        + " which nobody provides.");
    }

    @Test
    void followsTheShortestOfSeveralWays() {
        assertThat(why(
                        Pack.of("a", "1-1").requires("v"),
                        Pack.of("far", "1-1").provides("v").requires("c"),
                        Pack.of("c", "1-1").requires("lib"),
                        Pack.of("near", "1-1").provides("v").requires("missing")))
                .isEqualTo("a-1-1.noarch needs v from one of 2 packages that cannot be installed, such as"
                        + " near-1-1.noarch, which needs missing, which nobody provides.");
    }

    @Test
    void showsTheWayToTheConflictingPairAndNothingElse() {
        assertThat(why(
                        Pack.of("a", "1-1").requires("b", "c", "lib"),
                        Pack.of("b", "1-1").requires("lib"),
                        Pack.of("c", "1-1").requires("d"),
                        Pack.of("d", "1-1").conflicts("b < 2"),
                        LIBRARY))
                .isEqualTo(
                        "a-1-1.noarch needs b from b-1-1.noarch, a-1-1.noarch needs c from c-1-1.noarch, c-1-1.noarch"
                                + " needs d from d-1-1.noarch, d-1-1.noarch conflicts with b-1-1.noarch (b < 2).");
    }

    @Test
    void blamesTheOneThatConflictsWithItsOwnNeedsNotThoseWhoNeedIt() {
        Explanation explanation = closureOf(
                        Pack.of("a", "1-1").requires("b"),
                        Pack.of("b", "1-1").requires("lib").conflicts("lib"),
                        LIBRARY)
                .explain(member(Pack.of("a", "1-1").requires("b")))
                .orElseThrow();
        assertThat(explanation.chain()).hasSize(2);
        assertThat(explanation.root().subject().nevra().name()).isEqualTo("b");
        assertThat(explanation.sentence())
                .isEqualTo("a-1-1.noarch needs b from b-1-1.noarch: b-1-1.noarch needs lib from lib-1-1.noarch,"
                        + " b-1-1.noarch conflicts with lib-1-1.noarch (lib).");
    }

    @Test
    void tellsTwoOfOneName() {
        assertThat(why(Pack.of("a", "1-1").requires("lib = 1", "lib = 2"), LIBRARY, Pack.of("lib", "2-1")))
                .contains("cannot be installed beside");
    }

    @Test
    void namesWhichOfThePackagesOnOfferWouldMendIt() {
        Pack a = Pack.of("a", "1-1").requires("lib >= 2");
        Pack good = Pack.of("lib", "2-1");
        assertThat(closureOf(a, LIBRARY)
                        .remedies(
                                member(a),
                                facts(
                                        Pack.of("lib", "1-2"),
                                        good,
                                        Pack.of("lib", "3-1").requires("missing"),
                                        Pack.of("other", "1-1").provides("lib = 2"))))
                .containsExactly(member(good), member(Pack.of("other", "1-1").provides("lib = 2")));
    }

    @Test
    void hasNothingToSayOfWhatCanBeInstalled() {
        assertThat(closureOf(LIBRARY).explain(member(LIBRARY))).isEmpty();
    }

    @Test
    void knowsOnlyWhatIsThere() {
        assertThatThrownBy(() -> closureOf(LIBRARY).explain(member(Pack.of("a", "1-1"))))
                .isInstanceOf(UnknownMemberException.class)
                .hasMessageStartingWith("The universe has no package a-1-1.noarch");
    }
}
