package org.gridrollout.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every verdict. */
class VerdictProperties {

    @Provide
    Arbitrary<List<Finding>> findings() {
        return FindingArbitraries.findings();
    }

    @Property
    void worstFindingThatCountsIsTheVerdicts(@ForAll("findings") List<Finding> findings) {
        FindingOutcome worst = findings.stream()
                .filter(each -> each.enforcement() == Enforcement.ENFORCED)
                .map(Finding::outcome)
                .max(Comparator.naturalOrder())
                .orElse(FindingOutcome.NOT_APPLICABLE);

        assertThat(verdict(findings).outcome()).isEqualTo(worst);
    }

    @Property(edgeCases = EdgeCasesMode.NONE) // those of two lists are too many
    void whatIsOnlyObservedChangesNothing(
            @ForAll("findings") List<Finding> enforced, @ForAll("findings") List<Finding> observed) {
        List<Finding> counting = enforced.stream()
                .filter(each -> each.enforcement() == Enforcement.ENFORCED)
                .toList();
        List<Finding> both =
                new ArrayList<>(observed.stream().map(Finding::observed).toList());
        both.addAll(counting);
        Verdict without = verdict(counting.isEmpty() ? List.of(nothing()) : counting);
        Verdict with = verdict(both);

        assertThat(with.outcome()).isEqualTo(without.outcome());
        assertThat(with.passes()).isEqualTo(without.passes());
        assertThat(with.blockers()).isEqualTo(without.blockers());
        assertThat(with.roots()).isEqualTo(without.roots());
        assertThat(with.mustAct()).isEqualTo(without.mustAct());
        assertThat(with.until()).isEqualTo(without.until());
        assertThat(with.smallestChanges()).isEqualTo(without.smallestChanges());
    }

    @Property
    void errorNeverPasses(@ForAll("findings") List<Finding> findings) {
        boolean error = findings.stream()
                .anyMatch(each -> each.enforcement() == Enforcement.ENFORCED && each.outcome() == FindingOutcome.ERROR);

        assertThat(error && verdict(findings).passes()).isFalse();
    }

    @Property
    void nothingIsLostAndEqualOutcomesKeepTheirOrder(@ForAll("findings") List<Finding> findings) {
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(Finding::enforcement)
                        .thenComparing(Finding::outcome, Comparator.reverseOrder()))
                .toList();

        assertThat(verdict(findings).findings()).isEqualTo(sorted);
    }

    @Property
    void everythingInTheWayHangsOnARoot(@ForAll("findings") List<Finding> findings) {
        Verdict verdict = verdict(findings);
        List<Finding> branches = new Lineage(verdict.blockers())
                .tree().stream().map(Lineage.Branch::finding).toList();

        assertThat(branches).containsAll(verdict.blockers());
        assertThat(verdict.roots().isEmpty()).isEqualTo(verdict.passes());
        for (Finding root : verdict.roots()) {
            assertThat(verdict.blockers())
                    .as("what explains %s", root)
                    .noneMatch(each -> root.dueTo().contains(each.rule()));
        }
    }

    @Property
    void timeAloneResolvesOnlyWhatWaits(@ForAll("findings") List<Finding> findings) {
        Verdict verdict = verdict(findings);
        boolean onlyTime = !verdict.passes()
                && verdict.blockers().stream().allMatch(each -> each.outcome() == FindingOutcome.WAIT);

        assertThat(verdict.until().isPresent()).isEqualTo(onlyTime);
        verdict.until()
                .ifPresent(until -> assertThat(verdict.blockers())
                        .allSatisfy(
                                each -> assertThat(each.until().orElseThrow()).isBeforeOrEqualTo(until))
                        .anySatisfy(each -> assertThat(each.until()).contains(until)));
    }

    @Property
    void changesAreNamedOnceAndPassingNeedsNone(@ForAll("findings") List<Finding> findings) {
        Verdict verdict = verdict(findings);
        List<Change> changes = verdict.smallestChanges();

        assertThat(changes.stream().map(Change::toString)).doesNotHaveDuplicates();
        assertThat(changes.stream().filter(Change::isTime)).hasSizeLessThanOrEqualTo(1);
        assertThat(changes.isEmpty()).isEqualTo(verdict.passes());
        assertThat(verdict.roots())
                .allSatisfy(root -> assertThat(changes)
                        .anyMatch(each -> each.isTime()
                                ? root.until().isPresent()
                                : root.mustAct().contains(each.who())));
    }

    private static Verdict verdict(List<Finding> findings) {
        return new Verdict("voms-2.1.0", findings);
    }

    private static Finding nothing() {
        return Finding.notApplicable(FindingArbitraries.rule(0), "Nothing.");
    }
}
