package org.gridrollout.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every finding. */
class FindingProperties {

    @Provide
    Arbitrary<Finding> findings() {
        return FindingArbitraries.finding();
    }

    @Property
    void whatReadsTheSameIsEqual(@ForAll("findings") Finding finding) {
        Grounds sameWords = new Grounds() {
            @Override
            public String sentence() {
                return finding.sentence();
            }

            @Override
            public java.util.Map<String, String> values() {
                return finding.values();
            }
        };
        Finding otherwiseMade = finding.outcome() == FindingOutcome.WAIT
                ? Finding.waitUntil(finding.rule(), sameWords, finding.until().orElseThrow())
                : Finding.of(finding.rule(), finding.outcome(), sameWords, finding.mustAct());
        Finding derived = otherwiseMade.derivedFrom(finding.dueTo());
        Finding same = finding.enforcement() == Enforcement.OBSERVED ? derived.observed() : derived;

        assertThat(same).isEqualTo(finding).hasSameHashCodeAs(finding);
    }

    @Property
    void whatIsWaivedPassesAndSaysBothWhatItWasAndWhoLetItPass(@ForAll("findings") Finding finding) {
        Finding waived = finding.waived("mia (MU): the site is down");

        assertThat(waived.outcome()).isEqualTo(FindingOutcome.PASS_WAIVED);
        assertThat(waived.sentence()).isEqualTo(finding.sentence() + " Waived by mia (MU): the site is down.");
        assertThat(waived.values()).isEqualTo(finding.values());
        assertThat(waived.mustAct()).isEmpty();
        assertThat(waived.changes()).isEmpty();
        assertThat(waived.dueTo()).isEmpty();
    }

    @Property
    void holdsIfItCountsAndDoesNotPass(@ForAll("findings") Finding finding) {
        assertThat(finding.holds())
                .isEqualTo(finding.enforcement() == Enforcement.ENFORCED
                        && !finding.outcome().passes());
        assertThat(finding.observed().holds()).isFalse();
    }
}
