package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.incident.Question;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.junit.jupiter.api.Test;

class MiddlewareUnitScorecardTest {

    private static final Period MARCH = Period.month(YearMonth.of(2026, 3));

    private final JournalWriter writer = new JournalWriter("2026-03-02T08:00:00Z");

    @Test
    void triageTimeRunsFromFilingToDecision() {
        ReleaseId voms = writer.announced("voms-1", "voms");
        writer.file(voms, "GGUS-1", JournalWriter.MU);
        writer.pass(Duration.ofHours(5)).end(voms, "triage:GGUS-1", ObligationOutcome.MET);
        DutyScore triage = march().duty(Duty.TRIAGE);
        assertThat(triage.honour()).hasToString("100.0 % (1 of 1)");
        assertThat(triage.responseTimes()).hasToString("median 5 h, 90 % 5 h, longest 5 h (of 1)");
    }

    @Test
    void triageThatWaitsForAnAnswerIsDueLater() {
        ReleaseId voms = writer.announced("voms-1", "voms");
        writer.file(voms, "GGUS-1", JournalWriter.MU);
        assertThat(march().duty(Duty.TRIAGE).counted().pending()).isEqualTo(1);
        Instant later = Instant.parse("2026-04-02T00:00:00Z");
        writer.record(
                voms,
                new IncidentEvent.InformationAsked(
                        writer.now(),
                        IncidentId.of("GGUS-1"),
                        new Question("Which version?", writer.now(), later, Optional.empty()),
                        Optional.empty(),
                        later));
        assertThat(march().duty(Duty.TRIAGE).counted()).isEqualTo(Tally.NONE);
        assertThat(metrics()
                        .middlewareUnit(Period.month(YearMonth.of(2026, 4)))
                        .duty(Duty.TRIAGE)
                        .counted()
                        .pending())
                .isEqualTo(1);
    }

    @Test
    void faultyFixDoesNotResetTheClock() {
        ReleaseId faulty = intoProduction("voms-1");
        writer.findFaulty(faulty, "GGUS-1");
        writer.pass(Duration.ofDays(1));
        ReleaseId fix = intoProduction("voms-2");
        writer.restore(faulty, fix);
        assertThat(march().restoringProduction().longest()).contains(Duration.ofDays(1));
        assertThat(march().restorationsOpen()).isZero();

        writer.pass(Duration.ofDays(1)).findFaulty(fix, "GGUS-2");
        assertThat(march().restoringProduction()).as("it did not last").isEqualTo(Times.NONE);
        assertThat(march().faultyFixes()).isEqualTo(1);
        assertThat(march().restorationsOpen()).isEqualTo(1);

        writer.pass(Duration.ofDays(3));
        writer.restore(fix, intoProduction("voms-3"));
        assertThat(march().restoringProduction()).isEqualTo(times(Duration.ofDays(5)));
        assertThat(march().restorationsOpen()).isZero();
    }

    @Test
    void fleetIsClearLaterThanProductionIsRestored() {
        ReleaseId faulty = intoProduction("voms-1");
        writer.findFaulty(faulty, "GGUS-1");
        writer.pass(Duration.ofDays(1));
        writer.restore(faulty, intoProduction("voms-2"));
        writer.pass(Duration.ofDays(6)).record(faulty, new RestorationEvent.FleetCleared(writer.now()));
        assertThat(march().clearingFleet()).isEqualTo(times(Duration.ofDays(7)));
    }

    @Test
    void loweredFaultIsRestoredByNothingAndOwedNoMore() {
        ReleaseId faulty = intoProduction("voms-1");
        writer.file(faulty, "GGUS-1", JournalWriter.MU);
        writer.findFaulty(faulty, "GGUS-1");
        writer.record(
                faulty,
                new IncidentEvent.CriticalityLowered(
                        writer.now(),
                        IncidentId.of("GGUS-1"),
                        JournalWriter.MU,
                        JournalWriter.MU,
                        "a wrong setting",
                        RolloutState.IN_PRODUCTION));
        assertThat(march().restorationsOpen()).isZero();
        assertThat(march().restoringProduction()).isEqualTo(Times.NONE);
    }

    @Test
    void holdsThatNobodyReleasedInTimeAreCounted() {
        ReleaseId voms = writer.announced("voms-1", "voms");
        writer.record(
                voms,
                new RolloutEvent.Held(
                        writer.now(),
                        new Hold(
                                RolloutState.ROLLING_OUT,
                                Party.MIDDLEWARE_UNIT,
                                "wait",
                                Optional.of(writer.now()),
                                true)));
        writer.pass(Duration.ofHours(1)).record(voms, new RolloutEvent.HoldEscalated(writer.now()));
        assertThat(march().holdsEscalated()).isEqualTo(1);
    }

    private ReleaseId intoProduction(String id) {
        ReleaseId release = writer.announced(id, "voms");
        writer.clear(release);
        writer.decidePromotion(release);
        writer.inProduction(release);
        return release;
    }

    private static Times times(Duration only) {
        return new Times(1, Optional.of(only), Optional.of(only), Optional.of(only));
    }

    private MiddlewareUnitScorecard march() {
        return metrics().middlewareUnit(MARCH);
    }

    private Metrics metrics() {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        return metrics;
    }
}
