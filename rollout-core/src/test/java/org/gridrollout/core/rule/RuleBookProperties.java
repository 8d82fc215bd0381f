package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.version.RpmVersionScheme;

/** What holds of every judgement. */
class RuleBookProperties {

    @Provide
    Arbitrary<Case> cases() {
        return Case.cases();
    }

    @Property
    void observedRuleChangesNothingWhateverItSays(
            @ForAll("cases") Case given,
            @ForAll PromotionRule.Kind kind,
            @ForAll FindingOutcome outcome,
            @ForAll Gate gate) {
        PromotionRule host = HostRule.saying("host", kind, outcome);
        Verdict without = judge(given, gate);
        Verdict with = judge(given, gate, PromotionRule.observed(host));

        assertThat(with.outcome()).isEqualTo(without.outcome());
        assertThat(with.blockers()).isEqualTo(without.blockers());
        assertThat(with.until()).isEqualTo(without.until());
        assertThat(with.smallestChanges()).isEqualTo(without.smallestChanges());
    }

    @Property
    void ruleThatThrowsNeverPasses(@ForAll("cases") Case given) {
        Verdict verdict = judge(given, Gate.PROMOTION, HostRule.throwing("host"));

        assertThat(verdict.outcome()).isGreaterThanOrEqualTo(FindingOutcome.ERROR);
    }

    @Property
    void whatIsGoodEnoughForProductionIsGood(@ForAll("cases") Case given) {
        boolean waivedForPromotionOnly = given.traits().contains(Case.Trait.EXPOSURE_WAIVED);
        boolean promotes = judge(given, Gate.PROMOTION).passes();

        assertThat(promotes
                        && !waivedForPromotionOnly
                        && !judge(given, Gate.CLEARING).passes())
                .isFalse();
    }

    @Property
    void clearingFindsOfEachRuleWhatPromotionFindsButForWaivers(@ForAll("cases") Case given) {
        List<Finding> promotion = judge(given, Gate.PROMOTION).findings();

        assertThat(judge(given, Gate.CLEARING).findings())
                .allSatisfy(each -> assertThat(promotion)
                        .anyMatch(other -> other.equals(each)
                                || (other.rule().equals(each.rule())
                                        && other.outcome() == FindingOutcome.PASS_WAIVED)));
    }

    @Property
    void judgingAgainFindsTheSame(@ForAll("cases") Case given) {
        assertThat(judge(given, Gate.PROMOTION)).isEqualTo(judge(given, Gate.PROMOTION));
    }

    @Property
    void everyFindingReadsAsASentence(@ForAll("cases") Case given) {
        for (Finding each : judge(given, Gate.PROMOTION).findings()) {
            assertThat(each.sentence()).isNotBlank().doesNotContain("null");
        }
    }

    private static Verdict judge(Case given, Gate gate, PromotionRule... host) {
        return RuleBook.of(given.policy(), new RpmVersionScheme(), List.of(host))
                .judge(given.scene().candidate(), gate);
    }
}
