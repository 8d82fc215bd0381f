package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.incident.Question;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Compliance;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.metrics.ComplianceCheck.Standing;
import org.junit.jupiter.api.Test;

class ComplianceCheckTest {

    private static final Compliance AGREED = new Compliance(0.8, Duration.ofDays(90));
    private static final Instant JUNE_5 = Instant.parse("2026-06-05T00:00:00Z");

    private final JournalWriter writer = new JournalWriter("2026-01-01T08:00:00Z");
    private int releases;

    @Test
    void exactlyTheMinimumIsHonoured() {
        month(5, 4, 1);
        ComplianceCheck check = check();
        assertThat(check.standing()).isEqualTo(Standing.HONOURED);
        assertThat(check.belowSince()).isEmpty();
        assertThat(check.inWords()).isEqualTo("CERN for voms keeps its SLA: 80.0 % (4 of 5), 80.0 % agreed.");
    }

    @Test
    void threeMonthsBelowInARowAreACandidateForSuspension() {
        month(3, 1, 1);
        month(4, 1, 1);
        month(5, 1, 1);
        ComplianceCheck check = check();
        assertThat(check.standing()).isEqualTo(Standing.BELOW);
        assertThat(check.monthsBelow())
                .containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4), YearMonth.of(2026, 5));
        assertThat(check.isCandidateForSuspension()).isTrue();
        assertThat(check.belowSince()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(check.inWords())
                .isEqualTo("CERN for voms does not keep its SLA: 50.0 % (2 of 4), 80.0 % agreed; below it in 3 months"
                        + " in a row, since 2026-03: a candidate for suspension.");
    }

    @Test
    void goodMonthOrAMonthWithoutAnythingDueEndsTheRow() {
        month(2, 0, 1);
        month(3, 1, 0);
        month(5, 0, 1);
        assertThat(check().monthsBelow()).containsExactly(YearMonth.of(2026, 5));
        assertThat(check().isCandidateForSuspension()).isFalse();
    }

    @Test
    void belowOnlyInTheMonthThatRunsIsBelowSinceTheWindowBegan() {
        month(6, 0, 1);
        ComplianceCheck check = check();
        assertThat(check.standing()).isEqualTo(Standing.BELOW);
        assertThat(check.monthsBelow()).isEmpty();
        assertThat(check.belowSince()).contains(JUNE_5.minus(AGREED.window()));
    }

    @Test
    void nothingDueIsUndefined() {
        month(1, 0, 3);
        ComplianceCheck check = check();
        assertThat(check.standing()).as("too long ago").isEqualTo(Standing.UNDEFINED);
        assertThat(check.inWords()).isEqualTo("CERN for voms: nothing fell due that can be judged.");
    }

    @Test
    void tooMuchUnknownDecidesNothing() {
        month(5, 1, 1);
        announced(5, Reporting.FAILURES_ONLY, ObligationOutcome.MET, "2026-05-21T00:00:00Z");
        ComplianceCheck check = check();
        assertThat(check.standing()).isEqualTo(Standing.UNRELIABLE);
        assertThat(check.monthsBelow()).isEmpty();
        assertThat(check.inWords())
                .isEqualTo("CERN for voms: 33.3 % (1 of 3) is unknown, so that the rest decides nothing.");
    }

    @Test
    void answersToTheUnitsQuestionsAreNoTermOfAnSla() {
        month(5, 1, 0);
        ReleaseId release = writer.at("2026-05-02T00:00:00Z").announced("voms-x", "voms");
        writer.file(release, "GGUS-1", JournalWriter.MU);
        writer.record(
                release,
                new IncidentEvent.InformationAsked(
                        writer.now(),
                        IncidentId.of("GGUS-1"),
                        new Question("How?", writer.now(), writer.now(), Optional.empty()),
                        Optional.of(writer.answer(Party.site(SiteId.of("CERN")), "GGUS-1", "")),
                        writer.now().plus(Duration.ofDays(9))));
        writer.pass(Duration.ofDays(8)).end(release, "answer:GGUS-1", ObligationOutcome.MISSED);
        assertThat(check().counted().due()).isEqualTo(1);
        assertThat(check().scorecard().obligations().due()).isEqualTo(2);
    }

    /** So many reports that are due in a month, met and missed. */
    private void month(int month, int met, int missed) {
        for (int i = 0; i < met + missed; i++) {
            announced(
                    month,
                    Reporting.EVERY_RELEASE,
                    i < met ? ObligationOutcome.MET : ObligationOutcome.MISSED,
                    String.format("2026-%02d-02T00:00:00Z", month));
        }
    }

    private void announced(int month, Reporting reporting, ObligationOutcome outcome, String endedAt) {
        writer.at(String.format("2026-%02d-01T12:00:00Z", month));
        ReleaseId release = writer.announced(
                "voms-" + ++releases, "voms", writer.siteOwes(Duty.REPORT, "CERN", Duration.ofDays(1), reporting));
        writer.at(endedAt).end(release, "report:CERN", outcome);
    }

    private ComplianceCheck check() {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        return metrics.compliance(SiteId.of("CERN"), ProductId.of("voms"), AGREED, JUNE_5);
    }
}
