package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Emergency;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.PromotionRule.Kind;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBookTest {

    private static final RuleId HOST = RuleId.of("host");

    private final Scene good = Scene.good();

    @Test
    void silenceIsGoodOnceEverythingElseIs() {
        Verdict verdict = book().judge(good.candidate(), Gate.PROMOTION);

        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.subject()).isEqualTo("voms-2.1.0 (voms VOMS 2.1.0 on el9/x86_64)");
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        BuiltInRules.NO_CRITICAL_INCIDENT,
                        BuiltInRules.NO_UNDECIDED_INCIDENT,
                        BuiltInRules.ANNOUNCED,
                        BuiltInRules.OBSERVATION_PERIOD_OVER,
                        BuiltInRules.ENOUGH_EXPOSURE,
                        BuiltInRules.VERSIONS_RISE,
                        BuiltInRules.PACKAGES_SIGNED,
                        BuiltInRules.ONE_PROMOTION_AT_A_TIME,
                        BuiltInRules.NEEDED_RELEASES_FIRST,
                        BuiltInRules.PRODUCTION_STAYS_INSTALLABLE,
                        BuiltInRules.CERTIFICATION_PRESENT,
                        BuiltInRules.NO_FREEZE_WINDOW);
    }

    @Test
    void clearingAsksForEvidenceAndDecisionsOnly() {
        RuleBook book = book(
                HostRule.saying("process", Kind.PROCESS, FindingOutcome.BLOCKED),
                HostRule.saying("integrity", Kind.INTEGRITY, FindingOutcome.BLOCKED),
                HostRule.saying("decision", Kind.DECISION, FindingOutcome.BLOCKED),
                HostRule.saying("evidence", Kind.EVIDENCE, FindingOutcome.BLOCKED));

        assertThat(book.judge(good.candidate(), Gate.CLEARING).blockers())
                .extracting(each -> each.rule().value())
                .containsExactly("decision", "evidence");
        assertThat(book.judge(good.candidate(), Gate.PROMOTION).blockers()).hasSize(4);
        assertThat(book.explain(good.candidate()).blockers()).hasSize(4);
    }

    @Test
    void ruleThatThrowsHolds() {
        Finding finding = only(HostRule.throwing("host"));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(finding.sentence())
                .isEqualTo("Rule host could not be evaluated: java.lang.IllegalStateException: gate unreachable.");
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
    }

    @Test
    void ruleThatSaysNothingHolds() {
        assertThat(only(new HostRule(HOST, Kind.PROCESS, candidate -> null)).outcome())
                .isEqualTo(FindingOutcome.ERROR);
    }

    @Test
    void ruleThatSpeaksForAnotherHolds() {
        Finding finding = only(new HostRule(
                HOST, Kind.PROCESS, candidate -> Finding.pass(BuiltInRules.ENOUGH_EXPOSURE, "Enough, I say.")));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(finding.rule()).isEqualTo(HOST);
        assertThat(finding.sentence()).isEqualTo("Rule host spoke for another one, enough-exposure.");
    }

    @Test
    void observedRuleIsRecordedAndHoldsNothing() {
        Verdict verdict = book(PromotionRule.observed(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED)))
                .judge(good.candidate(), Gate.PROMOTION);

        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.wouldHold()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(HOST);
            assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
            assertThat(finding.enforcement()).isEqualTo(Enforcement.OBSERVED);
        });
    }

    @Test
    void observedRuleThatThrowsIsRecordedAsErrorAndHoldsNothing() {
        Verdict verdict =
                book(PromotionRule.observed(HostRule.throwing("host"))).judge(good.candidate(), Gate.PROMOTION);

        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.wouldHold()).extracting(Finding::outcome).containsExactly(FindingOutcome.ERROR);
    }

    @Test
    void observedRuleIsAskedAtTheGatesOfItsKind() {
        RuleBook book = book(PromotionRule.observed(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED)));

        assertThat(book.judge(good.candidate(), Gate.CLEARING).wouldHold()).isEmpty();
        assertThat(book.kindOf(HOST)).contains(Kind.PROCESS);
    }

    @Test
    void observedRuleIsNotWaived() {
        Verdict verdict = book(PromotionRule.observed(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED)))
                .judge(good.waived(HOST, Scope.EVERYWHERE).candidate(), Gate.PROMOTION);

        assertThat(verdict.wouldHold()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void waiverPassesEvidenceAndProcessOnly(Kind kind) {
        Verdict verdict = book(HostRule.saying("host", kind, FindingOutcome.BLOCKED))
                .judge(good.waived(HOST, Scope.EVERYWHERE).candidate(), Gate.PROMOTION);

        assertThat(verdict.passes()).isEqualTo(kind == Kind.EVIDENCE || kind == Kind.PROCESS);
    }

    @Test
    void waiverSaysWhoLetItPassAndWhy() {
        Finding finding = book(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED))
                .judgeBy(HOST, good.waived(HOST, Scope.PROMOTION).candidate(), Gate.PROMOTION)
                .findings()
                .get(0);

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS_WAIVED);
        assertThat(finding.sentence()).isEqualTo("host says so. Waived by mia (MU): no site is free.");
    }

    @Test
    void waiverOfOneGateDoesNotOpenTheOther() {
        RuleBook book = book(HostRule.saying("host", Kind.EVIDENCE, FindingOutcome.NO_EVIDENCE));
        Scene clearing = good.waived(HOST, Scope.CLEARING);
        Scene promotion = good.waived(HOST, Scope.PROMOTION);

        assertThat(book.judge(clearing.candidate(), Gate.CLEARING).passes()).isTrue();
        assertThat(book.judge(clearing.candidate(), Gate.PROMOTION).passes()).isFalse();
        assertThat(book.judge(promotion.candidate(), Gate.CLEARING).passes()).isFalse();
        assertThat(book.judge(promotion.candidate(), Gate.PROMOTION).passes()).isTrue();
    }

    @Test
    void waiverNamesTheRuleItIsFor() {
        assertThat(book(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED))
                        .judge(
                                good.waived(BuiltInRules.NO_FREEZE_WINDOW, Scope.EVERYWHERE)
                                        .candidate(),
                                Gate.PROMOTION)
                        .passes())
                .isFalse();
    }

    @Test
    void waiverThatExpiredNoLongerCounts() {
        Scene later = good.waived(HOST, Scope.EVERYWHERE).at(Scene.NOW.plus(Duration.ofDays(3_650)));

        assertThat(book(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED))
                        .judge(later.candidate(), Gate.PROMOTION)
                        .passes())
                .isFalse();
    }

    @Test
    void whatPassesNeedsNoWaiver() {
        assertThat(book().judge(
                                good.waived(BuiltInRules.NO_FREEZE_WINDOW, Scope.EVERYWHERE)
                                        .candidate(),
                                Gate.PROMOTION)
                        .findings())
                .noneMatch(each -> each.outcome() == FindingOutcome.PASS_WAIVED);
    }

    @Test
    void errorIsNeverWaived() {
        Scene waived = good.waived(HOST, Scope.EVERYWHERE);

        assertThat(book(HostRule.throwing("host"))
                        .judge(waived.candidate(), Gate.PROMOTION)
                        .outcome())
                .isEqualTo(FindingOutcome.ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void emergencyPassesEvidenceOnly(Kind kind) {
        Verdict verdict = book(HostRule.saying("host", kind, FindingOutcome.BLOCKED))
                .judge(emergency().candidate(), Gate.PROMOTION);

        assertThat(verdict.passes()).isEqualTo(kind == Kind.EVIDENCE);
    }

    @Test
    void emergencySaysWhoDeclaredItAndWhy() {
        assertThat(book(HostRule.saying("host", Kind.EVIDENCE, FindingOutcome.NO_EVIDENCE))
                        .judgeBy(HOST, emergency().candidate(), Gate.CLEARING)
                        .inWords())
                .isEqualTo("host says so. Waived by mia (MU) in an emergency: CVE-2026-1.");
    }

    @Test
    void explainsWithTheWaiversOfTheGateThatComesNext() {
        RuleBook book = book(HostRule.saying("host", Kind.EVIDENCE, FindingOutcome.NO_EVIDENCE));
        Scene clearing = good.waived(HOST, Scope.CLEARING);
        Hold hold = new Hold(RolloutState.GOOD, Party.MIDDLEWARE_UNIT, "look", Optional.empty(), true);

        assertThat(explained(book, clearing.state(RolloutState.ROLLING_OUT))).isTrue();
        assertThat(explained(book, clearing.state(RolloutState.INCONCLUSIVE))).isTrue();
        assertThat(explained(book, clearing.state(RolloutState.GOOD))).isFalse();
        assertThat(explained(book, clearing.state(RolloutState.PROMOTING))).isFalse();
        assertThat(explained(book, clearing.state(RolloutState.HELD).with(each -> each.withHold(hold))))
                .as("held when it was good")
                .isFalse();
    }

    @Test
    void explainsWhatGuardsPromotionWithItsOwnWaivers() {
        RuleBook book = book(HostRule.saying("host", Kind.PROCESS, FindingOutcome.BLOCKED));
        Scene rollingOut = good.state(RolloutState.ROLLING_OUT);

        assertThat(explained(book, rollingOut.waived(HOST, Scope.PROMOTION))).isTrue();
        assertThat(explained(book, rollingOut.waived(HOST, Scope.CLEARING))).isFalse();
    }

    @Test
    void rulesThatExplainEachOtherExplainNothingAndHold() {
        RuleBook book = book(
                HostRule.saying("one", Kind.PROCESS, FindingOutcome.WAIT_FOR).derivedFrom("two"),
                HostRule.saying("two", Kind.PROCESS, FindingOutcome.WAIT_FOR).derivedFrom("one"));
        Verdict verdict = book.judge(good.candidate(), Gate.PROMOTION);

        assertThat(verdict.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(verdict.roots())
                .extracting(each -> each.rule().value())
                .containsExactly("rules-agree", "one", "two");
        assertThat(verdict.inWords()).contains("findings explain each other in a circle: [one, two]");
    }

    @Test
    void ruleOfTheHostMayBeExplainedByABuiltInOne() {
        Verdict verdict = book(HostRule.saying("host", Kind.EVIDENCE, FindingOutcome.NO_EVIDENCE)
                        .derivedFrom("announced"))
                .judge(good.unannounced().candidate(), Gate.CLEARING);

        assertThat(verdict.roots()).extracting(Finding::rule).containsExactly(BuiltInRules.ANNOUNCED);
    }

    @Test
    void refusesTwoRulesOfOneName() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> book(HostRule.throwing("host"), HostRule.throwing("host")))
                .withMessageContaining("two rules have the same id");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> book(HostRule.throwing("enough-exposure")));
    }

    @Test
    void knowsItsRules() {
        assertThat(book().kindOf(BuiltInRules.ENOUGH_EXPOSURE)).contains(Kind.EVIDENCE);
        assertThat(book().kindOf(BuiltInRules.OBSERVATION_PERIOD_OVER)).contains(Kind.EVIDENCE);
        assertThat(book().kindOf(BuiltInRules.NO_CRITICAL_INCIDENT)).contains(Kind.DECISION);
        assertThat(book().kindOf(BuiltInRules.NO_UNDECIDED_INCIDENT)).contains(Kind.DECISION);
        assertThat(book().kindOf(BuiltInRules.ANNOUNCED)).contains(Kind.DECISION);
        assertThat(book().kindOf(BuiltInRules.VERSIONS_RISE)).contains(Kind.INTEGRITY);
        assertThat(book().kindOf(BuiltInRules.ONE_PROMOTION_AT_A_TIME)).contains(Kind.INTEGRITY);
        assertThat(book().kindOf(BuiltInRules.NEEDED_RELEASES_FIRST)).contains(Kind.INTEGRITY);
        assertThat(book().kindOf(BuiltInRules.CERTIFICATION_PRESENT)).contains(Kind.PROCESS);
        assertThat(book().kindOf(BuiltInRules.NO_FREEZE_WINDOW)).contains(Kind.PROCESS);
        assertThat(book().kindOf(HOST)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> book().judgeBy(HOST, good.candidate(), Gate.CLEARING));
    }

    private static boolean explained(RuleBook book, Scene scene) {
        return book.explain(scene.candidate()).passes();
    }

    private Scene emergency() {
        return good.with(each -> each.withEmergency(new Emergency(Scene.MU, "CVE-2026-1", Scene.NOW)));
    }

    private Finding only(HostRule rule) {
        return book(rule)
                .judgeBy(HOST, good.candidate(), Gate.PROMOTION)
                .findings()
                .get(0);
    }

    private static RuleBook book(PromotionRule... hostRules) {
        return RuleBook.of(
                RolloutPolicy.STANDARD.withEvidence(EvidencePolicy.SILENCE_IS_GOOD),
                new RpmVersionScheme(),
                List.of(hostRules));
    }
}
