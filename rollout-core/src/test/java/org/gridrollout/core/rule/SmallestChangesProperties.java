package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.version.RpmVersionScheme;

/** The changes a verdict asks for are enough, and none of them is too many. */
class SmallestChangesProperties {

    @Provide
    Arbitrary<Case> cases() {
        return Case.cases();
    }

    @Property
    void makeItPass(@ForAll("cases") Case given) {
        Verdict verdict = judge(given, given.scene());

        assertThat(judge(given, Fulfilled.by(given.scene(), verdict.smallestChanges()))
                        .blockers())
                .as("%s", verdict.smallestChanges())
                .isEmpty();
    }

    @Property
    void noneCanBeLeftOut(@ForAll("cases") Case given) {
        List<Change> changes = judge(given, given.scene()).smallestChanges();

        for (Change each : changes) {
            List<Change> others = new ArrayList<>(changes);
            others.remove(each);
            assertThat(judge(given, Fulfilled.by(given.scene(), others)).passes())
                    .as("without %s", each)
                    .isFalse();
        }
    }

    @Property
    void passingNeedsNoneAndEveryRootNeedsOne(@ForAll("cases") Case given) {
        Verdict verdict = judge(given, given.scene());

        assertThat(verdict.smallestChanges().isEmpty()).isEqualTo(verdict.passes());
        assertThat(verdict.roots()).extracting(Finding::changes).noneMatch(List::isEmpty);
    }

    @Property
    void builtInFindingsAskForTheirOwnRule(@ForAll("cases") Case given) {
        for (Finding finding : judge(given, given.scene()).findings()) {
            assertThat(finding.changes())
                    .allSatisfy(change -> assertThat(change.rule()).isEqualTo(finding.rule()));
        }
    }

    private static Verdict judge(Case given, Scene scene) {
        return RuleBook.of(given.policy(), new RpmVersionScheme(), List.of()).judge(scene.candidate(), Gate.PROMOTION);
    }
}
