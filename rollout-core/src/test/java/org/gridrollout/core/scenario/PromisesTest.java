package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.command.SiteRegistryCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What becomes of what rollout sites promised. */
class PromisesTest {

    private static final Sla EVERYTHING = Sla.builder()
            .name("everything")
            .acknowledgeWithin(Duration.ofDays(1))
            .deployWithin(Duration.ofDays(2))
            .reportWithin(Duration.ofDays(4))
            .reporting(Reporting.EVERY_RELEASE)
            .build();

    private final Infrastructure grid = new Infrastructure().product("voms", EVERYTHING);

    @Test
    void siteIsRemindedAfterThreeQuartersOfItsTimeAndOnce() {
        ReleaseId voms = announced(grid);
        grid.passes(Duration.ofHours(18).minusNanos(1_000));
        assertThat(reminders()).isZero();
        grid.passes(Duration.ofNanos(1_000));
        assertThat(reminders()).isEqualTo(1);
        grid.engine.sweep();
        assertThat(reminders()).isEqualTo(1);
        assertThat(owed(voms, Duty.ACKNOWLEDGE).warned()).isTrue();
    }

    @Test
    void doneAtTheDueInstantIsOnTimeAndLaterIsMissedAndDoneLate() {
        ReleaseId voms = announced(grid);
        grid.passes(Duration.ofDays(1));
        grid.does(new SiteCommand.Acknowledge(voms, CERN, Infrastructure.at(CERN)));
        assertThat(owed(voms, Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MET);
        grid.passes(Duration.ofDays(1).plusNanos(1_000));
        grid.deploy(voms, CERN);
        assertThat(owed(voms, Duty.DEPLOY).outcome()).isEqualTo(ObligationOutcome.MISSED);
        assertThat(owed(voms, Duty.DEPLOY).doneLateAt()).contains(grid.now);
    }

    @Test
    void whatTimeBroughtAboutComesBeforeTheCommandThoughNobodyLooked() {
        ReleaseId voms = announced(grid);
        grid.now = grid.now.plus(Duration.ofDays(1)).plusNanos(1_000);
        grid.does(new SiteCommand.Acknowledge(voms, CERN, Infrastructure.at(CERN)));
        assertThat(owed(voms, Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MISSED);
    }

    @Test
    void whatTimeBroughtAboutForOtherReleasesComesBeforeTheCommandToo() {
        ReleaseId voms = announced(grid);
        grid.deploy(voms, CERN);
        grid.now = grid.now.plus(Duration.ofDays(5));
        grid.contribute("voms", "2.2");
        assertThat(grid.state(voms)).as("not superseded while it was observed").isEqualTo(RolloutState.GOOD);
    }

    @Test
    void whoDeploysHasAnsweredByDoingSo() {
        ReleaseId voms = announced(grid);
        grid.deploy(voms, CERN);
        assertThat(owed(voms, Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MET);
    }

    @Test
    void whoDeclinesOwesNothingMoreAndCountsAsNobodyAsked() {
        ReleaseId voms = announced(grid);
        grid.does(new SiteCommand.Decline(voms, CERN, "no hardware", Infrastructure.at(CERN)));
        assertThat(owed(voms, Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        grid.passes(Duration.ofDays(5));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(grid.engine.explain(voms).mustAct()).contains(Party.MIDDLEWARE_UNIT);
    }

    @Test
    void muWaivesWhatSitesOweAndNeverItsOwn() {
        ReleaseId voms = announced(grid);
        grid.does(new SiteCommand.WaiveObligation(voms, owed(voms, Duty.DEPLOY).id(), "holidays", MU));
        assertThat(owed(voms, Duty.DEPLOY).outcome()).isEqualTo(ObligationOutcome.WAIVED);
        grid.file(voms, "GGUS-1", DESY);
        assertThat(grid.refusal(new SiteCommand.WaiveObligation(
                                voms, owed(voms, Duty.TRIAGE).id(), "holidays", MU))
                        .findings())
                .extracting(each -> each.rule().value())
                .containsExactly("not-own-obligation");
    }

    @Test
    void scheduledDowntimeOverTheDueInstantExcuses() {
        ReleaseId voms = announced(grid);
        downtime(Duration.ofHours(25), Duration.ofDays(5));
        grid.passes(Duration.ofDays(5));
        assertThat(owed(voms, Duty.DEPLOY).outcome()).isEqualTo(ObligationOutcome.EXCUSED);
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.EXCUSED);
        assertThat(owed(voms, Duty.REPORT).reason()).isNotBlank();
    }

    @Test
    void downtimeDeclaredExactlyADayAheadExcusesNothing() {
        ReleaseId voms = announced(grid);
        downtime(Duration.ofHours(24), Duration.ofDays(5));
        grid.passes(Duration.ofDays(5));
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.MISSED);
    }

    @Test
    void gocdb_downtimeDeclaredRightBehindAnOutageExcusesNothing() {
        ReleaseId voms = announced(grid);
        grid.passes(Duration.ofDays(2));
        downtime("broken", Duration.ZERO, Duration.ofHours(25));
        downtime("again", Duration.ofHours(25), Duration.ofDays(5));
        grid.passes(Duration.ofDays(3));
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.MISSED);
    }

    @Test
    void gocdb_downtimePlannedLongBeforeExcusesThoughTheSiteBrokeDownRightBeforeIt() {
        ReleaseId voms = announced(grid);
        downtime("new hall", Duration.ofDays(3), Duration.ofDays(3));
        grid.passes(Duration.ofDays(2));
        downtime("broken", Duration.ZERO, Duration.ofHours(23));
        grid.passes(Duration.ofDays(3));
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.EXCUSED);
    }

    @Test
    void silenceThatHidAFaultIsCountedAnewAndTheOldOutcomeIsKept() {
        Infrastructure seed = new Infrastructure().product("voms");
        ReleaseId voms = seed.good(seed.contribute("voms", "2.1"));
        SiteCommand missed = new SiteCommand.RecordMissedFault(voms, CERN, "in its logs since March", MU);
        assertThat(seed.refusal(missed).findings())
                .extracting(each -> each.rule().value())
                .containsExactly("fault-decided");
        seed.file(voms, "GGUS-1", DESY);
        seed.decide(voms, "GGUS-1", Criticality.NON_CRITICAL);
        seed.does(missed);
        Obligation report = seed.rollout(voms).obligations().stream()
                .filter(each -> each.duty() == Duty.REPORT)
                .findFirst()
                .orElseThrow();
        assertThat(report.outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(report.counted()).isEqualTo(ObligationOutcome.MISSED);
    }

    @Test
    void holdStopsTheSitesPeriodsOnlyWhereThePolicySaysSo() {
        assertThat(dueAfterAHoldOfADay(RolloutPolicy.PeriodsInHold.RUN_ON)).isEqualTo(Duration.ofDays(4));
        assertThat(dueAfterAHoldOfADay(RolloutPolicy.PeriodsInHold.STOP)).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void obligationsRunOnAfterAnEmergency() {
        ReleaseId voms = announced(grid);
        grid.does(new RolloutCommand.Expedite(voms, "service is down", MU));
        grid.does(new RolloutCommand.Promote(voms, MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
        grid.passes(Duration.ofDays(5));
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.MISSED);
        assertThat(grid.engine.explain(voms).outcome()).isEqualTo(FindingOutcome.PASS);
    }

    private static Duration dueAfterAHoldOfADay(RolloutPolicy.PeriodsInHold periods) {
        Infrastructure other = new Infrastructure(
                        parts -> parts.policy(RolloutPolicy.STANDARD.withPeriodsInHold(periods)))
                .product("voms", EVERYTHING);
        ReleaseId voms = announced(other);
        Instant begun = other.now;
        other.does(new RolloutCommand.PutOnHold(voms, "wait", other.now.plus(Duration.ofDays(9)), MU));
        other.passes(Duration.ofDays(1));
        other.does(new RolloutCommand.ReleaseHold(voms, "go on", MU));
        return Duration.between(
                begun, other.rollout(voms).observation().orElseThrow().dueAt());
    }

    private static ReleaseId announced(Infrastructure grid) {
        ReleaseId voms = grid.contribute("voms", "2.1");
        grid.announce(voms);
        return voms;
    }

    private void downtime(Duration in, Duration lasting) {
        downtime("cooling", in, lasting);
    }

    private void downtime(String reason, Duration in, Duration lasting) {
        grid.does(new SiteRegistryCommand.DeclareDowntime(
                DowntimeId.of(reason.replace(' ', '-')),
                CERN,
                grid.now.plus(in),
                grid.now.plus(in).plus(lasting),
                reason,
                Infrastructure.at(CERN)));
    }

    private long reminders() {
        return grid.told.stream()
                .filter(each -> each.text().startsWith("Reminder"))
                .count();
    }

    private Obligation owed(ReleaseId release, Duty duty) {
        return grid.rollout(release).obligations().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
