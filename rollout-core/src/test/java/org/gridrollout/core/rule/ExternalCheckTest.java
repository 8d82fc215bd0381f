package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.CheckResult.Outcome;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.PromotionRule.Kind;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.evidence.SubjectDigest;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RequiredCheck;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;

class ExternalCheckTest {

    private static final RuleId INSTALL = RuleId.of("installs");
    private static final RuleId SCAN = RuleId.of("scan");
    private static final Duration MAX_AGE = Duration.ofHours(24);
    private static final Instant HOUR_AGO = Scene.NOW.minus(Duration.ofHours(1));
    private static final Sha256 OTHER = new Sha256("cd".repeat(32));

    private final Scene good = Scene.good();
    private final Sha256 subject = SubjectDigest.of(good.rollout().release());

    @Test
    void passedOnTheseVeryPackagesNotLongAgoPasses() {
        Finding finding = evaluate(good.checked(result(Outcome.PASSED, HOUR_AGO)));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence()).isEqualTo("Check installs of 2026-03-10 07:00 UTC passed: https://ci/1");
        assertThat(finding.values().toString())
                .isEqualTo("{at=2026-03-10T07:00:00Z, subject=" + subject + ", detail=https://ci/1}");
    }

    @Test
    void missingIsNoEvidence() {
        Finding finding = evaluate(good.checked(new CheckResult(SCAN, Outcome.PASSED, subject, HOUR_AGO, "")));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
        assertThat(finding.sentence()).isEqualTo("Check installs has no result yet.");
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
    }

    @Test
    void lateHasToRunAgain() {
        Scene checked = good.checked(result(Outcome.PASSED, HOUR_AGO));
        Instant last = HOUR_AGO.plus(MAX_AGE);

        assertThat(evaluate(checked.at(last)).outcome()).isEqualTo(FindingOutcome.PASS);
        Finding late = evaluate(checked.at(last.plusNanos(1_000)));
        assertThat(late.outcome()).isEqualTo(FindingOutcome.NEEDS_DECISION);
        assertThat(late.sentence()).contains("passed too long ago and has to run again");
    }

    @Test
    void failedBlocksHoweverOldItIs() {
        Scene failed = good.checked(result(Outcome.FAILED, HOUR_AGO));

        assertThat(evaluate(failed).outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(evaluate(failed).sentence()).contains(" failed: ");
        assertThat(evaluate(failed.at(HOUR_AGO.plus(MAX_AGE).plus(MAX_AGE))).outcome())
                .isEqualTo(FindingOutcome.BLOCKED);
    }

    @Test
    void unknownIsAnError() {
        Finding finding = evaluate(good.checked(result(Outcome.UNKNOWN, HOUR_AGO)));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(finding.sentence()).contains(" could not tell: ");
    }

    @Test
    void otherContentIsAnError() {
        Finding finding = evaluate(good.checked(new CheckResult(INSTALL, Outcome.PASSED, OTHER, HOUR_AGO, "")));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(finding.sentence())
                .isEqualTo("Check installs of 2026-03-10 07:00 UTC is about other content than " + subject + ".");
    }

    @Test
    void otherContentDoesNotHideTheRightOne() {
        CheckResult stray = new CheckResult(INSTALL, Outcome.FAILED, OTHER, Scene.NOW, "");

        assertThat(evaluate(good.checked(result(Outcome.PASSED, HOUR_AGO)).checked(stray))
                        .outcome())
                .isEqualTo(FindingOutcome.PASS);
        assertThat(evaluate(good.checked(stray).checked(result(Outcome.PASSED, HOUR_AGO)))
                        .outcome())
                .isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void resultFromTheFutureIsAnError() {
        assertThat(evaluate(good.checked(result(Outcome.PASSED, Scene.NOW))).outcome())
                .isEqualTo(FindingOutcome.PASS);
        assertThat(evaluate(good.checked(result(Outcome.PASSED, Scene.NOW.plusNanos(1_000))))
                        .outcome())
                .isEqualTo(FindingOutcome.ERROR);
    }

    @Test
    void latestResultCountsHoweverItWasRecorded() {
        CheckResult early = result(Outcome.PASSED, HOUR_AGO);
        CheckResult late = result(Outcome.UNKNOWN, Scene.NOW);

        assertThat(evaluate(good.checked(early).checked(late)).outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(evaluate(good.checked(late).checked(early)).outcome()).isEqualTo(FindingOutcome.ERROR);
    }

    @Test
    void ofResultsOfOneInstantTheLastRecordedCounts() {
        CheckResult passed = result(Outcome.PASSED, HOUR_AGO);
        CheckResult failed = result(Outcome.FAILED, HOUR_AGO);

        assertThat(evaluate(good.checked(failed).checked(passed)).outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(evaluate(good.checked(passed).checked(failed)).outcome()).isEqualTo(FindingOutcome.BLOCKED);
    }

    @Test
    void whateverIsWrongItHasToRunAndPass() {
        Change change = Change.by(Party.MIDDLEWARE_UNIT, "has installs run, and it passes", INSTALL);

        assertThat(evaluate(good).changes()).containsExactly(change);
        assertThat(evaluate(good.checked(result(Outcome.FAILED, HOUR_AGO))).changes())
                .containsExactly(change);
    }

    @Test
    void eachRequiredCheckIsARuleOfItsNameThatGuardsPromotion() {
        RuleBook book = RuleBook.of(
                RolloutPolicy.STANDARD
                        .withEvidence(EvidencePolicy.SILENCE_IS_GOOD)
                        .withChecks(new RequiredCheck(INSTALL, MAX_AGE), new RequiredCheck(SCAN, MAX_AGE)),
                new RpmVersionScheme(),
                List.of());

        assertThat(book.kindOf(INSTALL)).contains(Kind.PROCESS);
        assertThat(book.judge(good.candidate(), Gate.CLEARING).passes()).isTrue();
        assertThat(book.judge(good.candidate(), Gate.PROMOTION).blockers())
                .extracting(Finding::rule)
                .containsExactly(INSTALL, SCAN);
        assertThat(book.judge(good.waived(SCAN, Scope.PROMOTION).candidate(), Gate.PROMOTION)
                        .blockers())
                .extracting(Finding::rule)
                .containsExactly(INSTALL);
    }

    @Test
    void subjectFollowsTheReleaseThatIsAskedFor() {
        ExternalCheck check = new ExternalCheck(new RequiredCheck(INSTALL, MAX_AGE), new Subjects());
        Scene checked = good.checked(result(Outcome.PASSED, HOUR_AGO));
        Scene other = checked.release(each -> each.withPackages(Scene.voms("2.1.1")));

        assertThat(check.evaluate(checked.candidate()).outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(check.evaluate(other.candidate()).outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(check.evaluate(checked.candidate()).outcome()).isEqualTo(FindingOutcome.PASS);
    }

    private CheckResult result(Outcome outcome, Instant at) {
        return new CheckResult(INSTALL, outcome, subject, at, "https://ci/1");
    }

    private static Finding evaluate(Scene scene) {
        return new ExternalCheck(new RequiredCheck(INSTALL, MAX_AGE), new Subjects()).evaluate(scene.candidate());
    }
}
