package org.gridrollout.core.installability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.closure.Pack;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private final Production production = Production.of(Pack.of("left", "1-1"), Pack.of("right", "1-1"));
    private final Planner planner = new Planner(production);
    private final Wanted left = production.release("left", Pack.of("left", "2-1"));
    private final Wanted right = production.release("right", Pack.of("right", "2-1"));
    private final Wanted both =
            production.release("both", Pack.of("both", "1-1").requires("left = 1", "right = 1"));

    @Test
    void whoStandsInTheWayOfTwoStaysBehind() {
        PromotionPlan plan = planner.plan(List.of(both, left, right));

        assertThat(going(plan)).containsExactlyInAnyOrder(left.release(), right.release());
        assertThat(plan.largest()).isTrue();
    }

    @Test
    void whoStaysBehindIsToldWhatItWouldMeet() {
        PromotionPlan plan = planner.plan(List.of(both, left, right));

        assertThat(plan.inLines()).isEqualTo("""
                        1. left-1
                        2. right-2
                        -  both-3: both-1-1.noarch cannot be installed: both-1-1.noarch needs left = 1, which nobody provides (there is only left = 2-1 of left-2-1.noarch) (brought by both-1-1.noarch).
                        """);
    }

    @Test
    void ofOneProductTheNewestGoes() {
        Wanted newer = production.release("left", Pack.of("left", "3-1"));

        PromotionPlan plan = planner.plan(List.of(left, newer));

        assertThat(going(plan)).containsExactly(newer.release());
        assertThat(plan.leftOut().get(0).reasons()).containsExactly("Another release of left goes.");
    }

    @Test
    void ofOneProductTheOlderGoesIfTheNewestCannot() {
        Wanted newer = production.release("left", Pack.of("left", "3-1").requires("nobody"));

        assertThat(going(planner.plan(List.of(left, newer)))).containsExactly(left.release());
    }

    @Test
    void whoNeedsAReleaseThatCannotGoStaysBehindWithIt() {
        Wanted broken = production.release("broken", Pack.of("broken", "1-1").requires("nobody"));
        Wanted needy = production.release("needy", Set.of(broken.release()), List.of(Pack.of("needy", "1-1")));

        PromotionPlan plan = planner.plan(List.of(broken, needy, left));

        assertThat(going(plan)).containsExactly(left.release());
        assertThat(plan.leftOut().get(1).reasons()).containsExactly("It needs broken-4, which cannot go.");
    }

    @Test
    void manyTroublesThatHaveNothingToDoWithEachOtherTakeAFewTrialsEach() {
        List<Pack> packs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            packs.add(Pack.of("lib" + i, "1-1"));
        }
        Production many = new Production(packs);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wanted.add(many.release("lib" + i, Pack.of("lib" + i, "2-1")));
            wanted.add(many.release("tool" + i, Pack.of("tool" + i, "1-1").requires("lib" + i + " = 1")));
        }

        PromotionPlan plan = new Planner(many).plan(wanted);

        assertThat(plan.largest()).isTrue();
        assertThat(plan.leftOut()).hasSize(20);
        assertThat(many.trials).isLessThan(400);
    }

    @Test
    void withoutTimeToFindTheLargestNoneCouldBeAdded() {
        LargestSet hurried = new LargestSet(new JointTrial(production), List.of(left, right, both), 1);

        List<Wanted> going = hurried.find();

        assertThat(hurried.isKnownToBe()).isFalse();
        assertThat(going).isNotEmpty();
        for (Wanted each : List.of(left, right, both)) {
            List<Wanted> more = new ArrayList<>(going);
            more.remove(each);
            more.add(each);
            assertThat(going.contains(each) || !new JointTrial(production).holds(more))
                    .isTrue();
        }
    }

    @Test
    void aPlanThatMayNotBeTheLargestSaysSo() {
        PromotionPlan plan = new PromotionPlan(List.of(Set.of(left.release())), List.of(), false);

        assertThat(plan.inLines()).isEqualTo("""
                        1. left-1
                        Another choice may let more go: looking at all of them would take too long.
                        """);
    }

    @Test
    void whoCannotGoAloneIsToldTheFewestToGoWith() {
        Wanted needy = production.release("needy", Pack.of("needy", "1-1").requires("left = 2"));

        assertThat(planner.companions(needy, List.of(both, left, right)))
                .hasValue(Set.of(needy.release(), left.release()));
    }

    @Test
    void whoCannotGoWithAnybodyHasNoCompanions() {
        Wanted broken = production.release("broken", Pack.of("broken", "1-1").requires("nobody"));

        assertThat(planner.companions(broken, List.of(both, left, right))).isEmpty();
    }

    private static List<ReleaseId> going(PromotionPlan plan) {
        return plan.steps().stream().flatMap(Set::stream).toList();
    }
}
