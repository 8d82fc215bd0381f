package org.gridrollout.core.installability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.closure.Pack;
import org.gridrollout.core.closure.PackArbitraries;

/** Held against all the sets there are. */
class PlannerProperties {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noSetThatCanGoIsLarger(@ForAll("questions") Question question) {
        Production production = new Production(question.production());
        List<Wanted> wanted = question.wanted(production);

        PromotionPlan plan = new Planner(production).plan(wanted);

        int largest = sets(wanted).stream()
                .filter(new JointTrial(production)::holds)
                .mapToInt(List::size)
                .max()
                .orElseThrow();
        assertThat(plan.steps().stream().mapToInt(Set::size).sum()).isEqualTo(largest);
        assertThat(plan.largest()).isTrue();
        assertThat(plan.leftOut())
                .hasSize(wanted.size() - largest)
                .allMatch(each -> !each.reasons().isEmpty());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyStepLeavesProductionInstallable(@ForAll("questions") Question question) {
        Production production = new Production(question.production());
        List<Wanted> wanted = question.wanted(production);

        List<Wanted> gone = new ArrayList<>();
        for (Set<ReleaseId> step : new Planner(production).plan(wanted).steps()) {
            wanted.stream().filter(each -> step.contains(each.release())).forEach(gone::add);
            assertThat(new JointTrial(production).holds(gone)).isTrue();
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whoeverCanGoWithSomebodyHasCompanions(@ForAll("questions") Question question) {
        Production production = new Production(question.production());
        List<Wanted> wanted = question.wanted(production);
        JointTrial trial = new JointTrial(production);

        for (Wanted each : wanted) {
            assertThat(new Planner(production).companions(each, wanted).isPresent())
                    .isEqualTo(sets(wanted).stream().anyMatch(set -> set.contains(each) && trial.holds(set)));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void inAHurryWhatIsFoundCanGoAndNoneCouldBeAdded(@ForAll("questions") Question question) {
        Production production = new Production(question.production());
        List<Wanted> wanted = question.wanted(production);
        JointTrial trial = new JointTrial(production);

        List<Wanted> found = new LargestSet(trial, wanted, 0).find();

        assertThat(trial.holds(found)).isTrue();
        assertThat(sets(wanted))
                .noneMatch(set -> set.size() == found.size() + 1 && set.containsAll(found) && trial.holds(set));
    }

    @Provide
    Arbitrary<Question> questions() {
        Arbitrary<Draft> drafts = Combinators.combine(
                        Arbitraries.of("p", "q", "r", "s"),
                        PackArbitraries.packs().list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.integers().between(-12, 5))
                .as(Draft::new);
        return Combinators.combine(
                        PackArbitraries.universes(), drafts.list().ofMinSize(2).ofMaxSize(6))
                .as(Question::new);
    }

    /** All of them, the empty one too. */
    private static Collection<List<Wanted>> sets(List<Wanted> wanted) {
        return IntStream.range(0, 1 << wanted.size())
                .mapToObj(set -> IntStream.range(0, wanted.size())
                        .filter(each -> (set >> each & 1) == 1)
                        .mapToObj(wanted::get)
                        .toList())
                .toList();
    }

    /** Of these, the release with that number is needed, if there is one. */
    record Draft(String product, List<Pack> packs, int needed) {}

    record Question(List<Pack> production, List<Draft> drafts) {

        List<Wanted> wanted(Production shelf) {
            List<Wanted> wanted = new ArrayList<>();
            for (Draft each : drafts) {
                Set<ReleaseId> needs = each.needed() >= 0 && each.needed() < wanted.size()
                        ? Set.of(wanted.get(each.needed()).release())
                        : Set.of();
                wanted.add(shelf.release(each.product(), needs, each.packs()));
            }
            return wanted;
        }
    }
}
