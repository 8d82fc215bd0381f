package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

class ProcessRulesTest {

    private static final Instant NOW = Scene.NOW;

    private final Scene good = Scene.good();

    @Test
    void certifiedSaysByWhom() {
        Finding finding = new CertificationPresent(true).evaluate(good.candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence()).isEqualTo("Certified by voms-team.");
    }

    @Test
    void uncertifiedReleaseCanOnlyBeWaivedSinceItNeverChanges() {
        Finding finding = new CertificationPresent(true).evaluate(uncertified().candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(finding.sentence()).isEqualTo("The release carries no certification.");
        assertThat(finding.mustAct()).containsExactly(Party.release(Scene.ID));
        assertThat(finding.changes())
                .containsExactly(Change.by(
                        Party.MIDDLEWARE_UNIT, "waives certification-present", BuiltInRules.CERTIFICATION_PRESENT));
    }

    @Test
    void certificationIsNotAskedForWhereThePolicyDoesNot() {
        assertThat(new CertificationPresent(false)
                        .evaluate(uncertified().candidate())
                        .outcome())
                .isEqualTo(FindingOutcome.NOT_APPLICABLE);
        assertThat(new CertificationPresent(false).evaluate(good.candidate()).outcome())
                .isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void frozenFromTheFirstInstantUntilBeforeTheLast() {
        FreezeWindow freeze = window(0, 5);

        assertThat(at(NOW.minusNanos(1_000), freeze).outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(at(NOW, freeze).outcome()).isEqualTo(FindingOutcome.WAIT);
        assertThat(at(NOW.plus(Duration.ofDays(5)).minusNanos(1_000), freeze).outcome())
                .isEqualTo(FindingOutcome.WAIT);
        assertThat(at(NOW.plus(Duration.ofDays(5)), freeze).outcome()).isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void frozenSaysUntilWhenAndWhy() {
        Finding finding = at(NOW, window(0, 5));
        Instant end = NOW.plus(Duration.ofDays(5));

        assertThat(finding.sentence()).isEqualTo("Frozen until 2026-03-15 08:00 UTC: until day 5.");
        assertThat(finding.until()).contains(end);
        assertThat(finding.changes())
                .containsExactly(new Change(
                        Party.NOBODY,
                        "time passes until 2026-03-15 08:00 UTC",
                        Optional.of(end),
                        BuiltInRules.NO_FREEZE_WINDOW));
        assertThat(at(NOW).sentence()).isEqualTo("No freeze window.");
    }

    @Test
    void windowsThatTouchOrOverlapAreOneFreeze() {
        Finding finding = at(NOW, window(-3, 1), window(-1, 2), window(2, 4), window(5, 9));

        assertThat(finding.sentence()).isEqualTo("Frozen until 2026-03-14 08:00 UTC: until day 4.");
    }

    private Finding at(Instant now, FreezeWindow... windows) {
        return new NoFreezeWindow(RolloutPolicy.STANDARD.withFreezeWindows(windows))
                .evaluate(good.at(now).candidate());
    }

    private Scene uncertified() {
        return good.release(each -> each.withCertification(Optional.empty()));
    }

    private static FreezeWindow window(int from, int until) {
        return new FreezeWindow(
                NOW.plus(Duration.ofDays(from)), NOW.plus(Duration.ofDays(until)), "until day " + until);
    }
}
