package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand.Dismiss;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.command.SiteCommand.Acknowledge;
import org.gridrollout.api.command.SiteCommand.Decline;
import org.gridrollout.api.command.SiteCommand.RecordMissedFault;
import org.gridrollout.api.command.SiteCommand.ReportUndeployment;
import org.gridrollout.api.command.SiteCommand.ReportWorking;
import org.gridrollout.api.command.SiteCommand.WaiveObligation;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ReleaseId;
import org.junit.jupiter.api.Test;

/** What sites answer, and what becomes of what they owe. */
class AnswersTest {

    private static final Sla EVERYTHING = Sla.builder()
            .name("everything")
            .acknowledgeWithin(Duration.ofDays(1))
            .deployWithin(Duration.ofDays(2))
            .reportWithin(Duration.ofDays(4))
            .reporting(Reporting.EVERY_RELEASE)
            .build();

    private final Infrastructure grid = new Infrastructure().product("voms", EVERYTHING);
    private final ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void onlyASiteThatWasAskedAnswers() {
        grid.announce(voms);
        assertThat(grid.refusedBy(new Acknowledge(voms, DESY, Infrastructure.at(DESY))))
                .containsExactly("site-asked");
        assertThat(grid.refusedBy(new Decline(voms, DESY, "no hardware", Infrastructure.at(DESY))))
                .containsExactly("site-asked");
    }

    @Test
    void sameAnswerTwiceIsOneAnswerAndTheLastOneCounts() {
        grid.announce(voms);
        acknowledges();
        acknowledges();
        assertThat(grid.rollout(voms).answers()).hasSize(1);
        declines();
        declines();
        assertThat(grid.rollout(voms).answers()).hasSize(2);
        assertThat(grid.rollout(voms).isDeclinedBy(CERN)).isTrue();
        acknowledges();
        assertThat(grid.rollout(voms).answers())
                .extracting(Answer::kind)
                .containsExactly(Answer.Kind.ACCEPTED, Answer.Kind.DECLINED, Answer.Kind.ACCEPTED);
    }

    @Test
    void answerOfAnotherSiteInBetweenMakesTheSameAnswerNoNewOne() {
        grid.enrol(DESY, "voms", EVERYTHING);
        grid.announce(voms);
        grid.does(new Acknowledge(voms, DESY, Infrastructure.at(DESY)));
        declines();
        grid.does(new Acknowledge(voms, DESY, Infrastructure.at(DESY)));
        assertThat(grid.rollout(voms).answers()).extracting(Answer::site).containsExactly(DESY, CERN);
    }

    @Test
    void declinedObligationsSayWhy() {
        grid.announce(voms);
        declines();
        assertThat(owed(Duty.DEPLOY).reason()).isEqualTo("declined: no hardware");
        assertThat(owed(Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MET);
    }

    @Test
    void oneSiteDeclinesForItselfOnly() {
        grid.enrol(DESY, "voms", EVERYTHING);
        grid.announce(voms);
        declines();
        assertThat(grid.rollout(voms).obligations())
                .filteredOn(each -> each.debtor().name().equals("DESY-HH"))
                .hasSize(3)
                .allMatch(Obligation::isPending);
    }

    @Test
    void lateAnswerIsRecordedAsDoneLate() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(1).plusNanos(1_000));
        acknowledges();
        assertThat(owed(Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MISSED);
        assertThat(owed(Duty.ACKNOWLEDGE).doneLateAt()).contains(grid.now);
    }

    @Test
    void clockThatWentBackTakesNothingBack() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(1).plusNanos(1_000));
        Instant latest = grid.now;
        grid.now = latest.minus(Duration.ofHours(2));
        acknowledges();
        assertThat(owed(Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MISSED);
        assertThat(owed(Duty.ACKNOWLEDGE).doneLateAt()).contains(latest);
    }

    @Test
    void clockThatWentBackIsNotBehindAnotherReleaseOfTheProduct() {
        grid.passes(Duration.ofDays(1));
        grid.deploy(voms, DESY);
        Instant latest = grid.now;
        grid.now = latest.minus(Duration.ofHours(2));
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.rollout(newer).latestInstant()).isEqualTo(latest);
    }

    @Test
    void whatWasDoneLateIsDoneOnce() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(5));
        grid.deploy(voms, CERN);
        Optional<Instant> late = owed(Duty.DEPLOY).doneLateAt();
        grid.passes(Duration.ofDays(1));
        grid.does(new ReportUndeployment(voms, CERN, Infrastructure.at(CERN)));
        grid.deploy(voms, CERN);
        assertThat(owed(Duty.DEPLOY).doneLateAt()).isEqualTo(late);
    }

    @Test
    void whoReportsHasAnsweredAndReported() {
        grid.announce(voms);
        works("fine");
        assertThat(owed(Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(owed(Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(owed(Duty.DEPLOY).isPending()).isTrue();
        assertThat(grid.rollout(voms).answers()).hasSize(1);
    }

    @Test
    void whoAnsweredBeforeDoesNotAnswerAgainByDoingIt() {
        grid.announce(voms);
        acknowledges();
        grid.deploy(voms, CERN);
        assertThat(grid.rollout(voms).answers()).hasSize(1);
    }

    @Test
    void onlyWhatIsOwedIsWaived() {
        grid.announce(voms);
        assertThat(grid.refusedBy(waiver("no-such-duty"))).containsExactly("obligation-known");
        grid.does(waiver("deploy:CERN-PROD"));
        assertThat(grid.refusedBy(waiver("deploy:CERN-PROD"))).containsExactly("obligation-pending");
        assertThat(grid.refusal(waiver("deploy:CERN-PROD")).inWords()).isEqualTo("deploy:CERN-PROD has ended: WAIVED.");
        assertThat(owed(Duty.REPORT).isPending()).isTrue();
    }

    @Test
    void missedFaultIsRecordedOfSitesThatWereSilentOnly() {
        Infrastructure seed = new Infrastructure().product("fts");
        seed.enrol(DESY, "fts", Sla.failuresWithin(Duration.ofDays(7)));
        ReleaseId fts = seed.contribute("fts", "3.1");
        seed.announce(fts);
        seed.deploy(fts, CERN);
        seed.does(new ReportWorking(fts, CERN, "fine", Infrastructure.at(CERN)));
        seed.passes(Duration.ofDays(8));
        seed.file(fts, "GGUS-1", CERN);
        seed.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(seed.refusedBy(new RecordMissedFault(fts, CERN, "in its logs", MU)))
                .as("it spoke")
                .containsExactly("kept-by-silence");
        seed.does(new RecordMissedFault(fts, DESY, "in its logs", MU));
        assertThat(seed.refusedBy(new RecordMissedFault(fts, DESY, "in its logs", MU)))
                .as("counted anew already")
                .containsExactly("kept-by-silence");
    }

    @Test
    void whatWasNoProblemIsNoMissedFault() {
        Infrastructure seed = new Infrastructure().product("fts");
        ReleaseId fts = seed.good(seed.contribute("fts", "3.1"));
        seed.file(fts, "GGUS-1", DESY);
        seed.does(new Dismiss(fts, IncidentId.of("GGUS-1"), "a wrong setting", MU));
        assertThat(seed.refusedBy(new RecordMissedFault(fts, CERN, "in its logs", MU)))
                .containsExactly("fault-decided");
    }

    private SiteCommand waiver(String obligation) {
        return new WaiveObligation(voms, ObligationId.of(obligation), "never mind", MU);
    }

    private void acknowledges() {
        grid.does(new Acknowledge(voms, CERN, Infrastructure.at(CERN)));
    }

    private void declines() {
        grid.does(new Decline(voms, CERN, "no hardware", Infrastructure.at(CERN)));
    }

    private void works(String comment) {
        grid.does(new ReportWorking(voms, CERN, comment, Infrastructure.at(CERN)));
    }

    private Obligation owed(Duty duty) {
        return grid.rollout(voms).obligations().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
