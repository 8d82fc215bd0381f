package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.gridrollout.api.event.IncidentEvent.CriticalityDecided;
import org.gridrollout.api.event.RolloutEvent.Undeployed;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.rollout.Deployment.Basis;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.junit.jupiter.api.Test;

class SiteScorecardTest {

    private static final SiteId CERN = SiteId.of("CERN");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Period MARCH = Period.month(YearMonth.of(2026, 3));

    private final JournalWriter writer = new JournalWriter("2026-03-02T08:00:00Z");

    @Test
    void reportInTimeIsMetAndItsTimeIsKnown() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"));
        writer.pass(Duration.ofDays(2)).end(voms, "report:CERN", ObligationOutcome.MET);
        SiteScorecard card = march();
        assertThat(card.honour()).hasToString("100.0 % (1 of 1)");
        assertThat(card.duty(Duty.REPORT).responseTimes().median()).contains(Duration.ofDays(2));
    }

    @Test
    void silenceOfASiteThatRanTheReleaseIsMet() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"));
        writer.deploy(voms, "CERN", Basis.ASKED);
        writer.pass(WEEK.plusSeconds(1)).end(voms, "report:CERN", ObligationOutcome.MET);
        assertThat(march().obligations().met()).isEqualTo(1);
        assertThat(march().duty(Duty.REPORT).responseTimes())
                .as("nothing was done that took time")
                .isEqualTo(Times.NONE);
    }

    @Test
    void silenceOfASiteThatNeverRanTheReleaseIsUnknownAndLeavesHonourUndefined() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"));
        writer.pass(WEEK.plusSeconds(1)).end(voms, "report:CERN", ObligationOutcome.MET);
        SiteScorecard card = march();
        assertThat(card.obligations().unknown()).isEqualTo(1);
        assertThat(card.honour()).hasToString("undefined");
        assertThat(card.isHonourReliable()).isFalse();
    }

    @Test
    void runningTheReleaseOnlyBeforeItWasAskedIsNoExposure() {
        ReleaseId voms = writer.contribute("voms-1", "voms");
        writer.inBeta(voms);
        writer.deploy(voms, "CERN", Basis.OWN_RISK);
        writer.pass(Duration.ofHours(1));
        writer.record(voms, new Undeployed(writer.now(), CERN));
        writer.announce(voms, report("CERN"));
        writer.pass(WEEK.plusSeconds(1)).end(voms, "report:CERN", ObligationOutcome.MET);
        assertThat(march().obligations().unknown()).isEqualTo(1);
    }

    @Test
    void oneUnknownOfTenIsStillReliable() {
        for (int i = 0; i < 10; i++) {
            ReleaseId release = writer.announced("voms-" + i, "voms", report("CERN"));
            writer.pass(Duration.ofHours(1));
            if (i == 0) {
                writer.at("2026-03-10T00:00:00Z");
            }
            writer.end(release, "report:CERN", ObligationOutcome.MET);
        }
        assertThat(march().unknownShare()).hasToString("10.0 % (1 of 10)");
        assertThat(march().isHonourReliable()).isTrue();
        Metrics strict = Metrics.empty(new UnknownCap(0.09));
        strict.applyAll(writer.journal());
        assertThat(strict.site(CERN, MARCH).isHonourReliable()).isFalse();
    }

    @Test
    void whatWasLetGoOrNoLongerNeededWasNeverDue() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"), deploy("CERN"));
        writer.end(voms, "report:CERN", ObligationOutcome.WAIVED);
        writer.end(voms, "deploy:CERN", ObligationOutcome.CANCELLED);
        assertThat(march().obligations().due()).isZero();
        assertThat(march().honour().isDefined()).isFalse();
        assertThat(march().obligations().total()).isEqualTo(2);
    }

    @Test
    void whatIsExcusedIsDueButLeavesHonourAlone() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"), deploy("CERN"));
        writer.end(voms, "report:CERN", ObligationOutcome.MET);
        writer.end(voms, "deploy:CERN", ObligationOutcome.EXCUSED);
        assertThat(march().obligations().due()).isEqualTo(2);
        assertThat(march().honour()).hasToString("100.0 % (1 of 1)");
    }

    @Test
    void whatIsDoneLateStaysMissedAndItsTimeCounts() {
        ReleaseId voms = writer.announced("voms-1", "voms", deploy("CERN"));
        writer.pass(Duration.ofDays(8)).end(voms, "deploy:CERN", ObligationOutcome.MISSED);
        writer.pass(Duration.ofDays(1));
        writer.record(voms, new SiteEvent.ObligationDoneLate(writer.now(), ObligationId.of("deploy:CERN")));
        assertThat(march().honour()).hasToString("0.0 % (0 of 1)");
        assertThat(march().duty(Duty.DEPLOY).responseTimes().longest()).contains(Duration.ofDays(9));
    }

    @Test
    void faultProvenLaterCountsAsMissedAndWhatItWasBeforeIsShown() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"));
        writer.deploy(voms, "CERN", Basis.ASKED);
        writer.pass(WEEK.plusSeconds(1)).end(voms, "report:CERN", ObligationOutcome.MET);
        writer.pass(Duration.ofDays(30));
        writer.record(
                voms,
                new SiteEvent.ObligationRecomputed(
                        writer.now(),
                        ObligationId.of("report:CERN"),
                        ObligationOutcome.MISSED,
                        "crashed there all the time",
                        JournalWriter.MU));
        SiteScorecard card = march();
        assertThat(card.honour()).hasToString("0.0 % (0 of 1)");
        assertThat(card.beforeRecomputation().honour()).hasToString("100.0 % (1 of 1)");
        assertThat(card.faultsMissed()).isEqualTo(1);
    }

    @Test
    void obligationBelongsToThePeriodOfItsDueInstantAlone() {
        writer.at("2026-03-25T00:00:00Z").announced("voms-1", "voms", report("CERN"));
        assertThat(metrics().site(CERN, MARCH).obligations().total()).isZero();
        assertThat(metrics()
                        .site(CERN, Period.month(YearMonth.of(2026, 4)))
                        .obligations()
                        .pending())
                .as("due exactly when April begins")
                .isEqualTo(1);
    }

    @Test
    void coverageAsksWhichAnnouncedReleasesTheSiteRanBeforeProduction() {
        ReleaseId tried = writer.announced("voms-1", "voms", report("CERN"));
        writer.deploy(tried, "CERN", Basis.ASKED);
        ReleaseId declined = writer.announced("voms-2", "voms", report("CERN"));
        writer.record(
                declined,
                new SiteEvent.Answered(
                        writer.now(), CERN, new Answer(CERN, writer.now(), Answer.Kind.DECLINED, "no time")));
        ReleaseId later = writer.announced("voms-3", "voms", report("CERN"));
        writer.clear(later);
        writer.decidePromotion(later);
        writer.inProduction(later);
        writer.deploy(later, "CERN", Basis.PRODUCTION);
        assertThat(march().participation()).isEqualTo(new Participation(3, 1, 1));
        assertThat(march().coverage()).hasToString("33.3 % (1 of 3)");
    }

    @Test
    void incidentInheritedByANewerReleaseIsFiledOnceAndDecidedThere() {
        ReleaseId older = writer.announced("voms-1", "voms", report("CERN"));
        writer.file(older, "GGUS-1", Actor.site("carl", CERN));
        ReleaseId newer = writer.announced("voms-2", "voms", report("CERN"));
        writer.inherit(newer, older, writer.rollout(older).incidents().get(0));
        assertThat(march().incidents()).isEqualTo(new FiledIncidents(1, 0, 0, 0, 0));
        writer.record(
                newer,
                new CriticalityDecided(
                        writer.now(),
                        IncidentId.of("GGUS-1"),
                        Criticality.CRITICAL,
                        JournalWriter.MU,
                        "seen by all",
                        ""));
        assertThat(march().incidents()).isEqualTo(new FiledIncidents(0, 1, 0, 0, 0));
    }

    @Test
    void oneProductCanBeLookedAtAlone() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"));
        writer.end(voms, "report:CERN", ObligationOutcome.MET);
        ReleaseId fts = writer.announced("fts-1", "fts", report("CERN"));
        writer.end(fts, "report:CERN", ObligationOutcome.MISSED);
        assertThat(march().honour()).hasToString("50.0 % (1 of 2)");
        assertThat(metrics().site(CERN, ProductId.of("fts"), MARCH).honour()).hasToString("0.0 % (0 of 1)");
    }

    @Test
    void siteThatWasNeverHeardOfHasAnEmptyScorecard() {
        SiteScorecard card = metrics().site(SiteId.of("NIKHEF"), MARCH);
        assertThat(card.obligations()).isEqualTo(Tally.NONE);
        assertThat(card.honour().value()).isEmpty();
        assertThat(card.isHonourReliable()).as("nothing is unknown of it").isTrue();
    }

    @Test
    void timesAreInMicrosecondsAndExact() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"));
        Instant started = writer.now();
        writer.pass(Duration.ofNanos(1_234_567_000)).end(voms, "report:CERN", ObligationOutcome.MET);
        assertThat(march().duty(Duty.REPORT).responseTimes().longest())
                .contains(Duration.between(started, writer.now()));
    }

    private Obligation report(String site) {
        return writer.siteOwes(Duty.REPORT, site, WEEK, Reporting.FAILURES_ONLY);
    }

    private Obligation deploy(String site) {
        return writer.siteOwes(Duty.DEPLOY, site, WEEK, Reporting.FAILURES_ONLY);
    }

    private SiteScorecard march() {
        return metrics().site(CERN, MARCH);
    }

    private Metrics metrics() {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        return metrics;
    }
}
