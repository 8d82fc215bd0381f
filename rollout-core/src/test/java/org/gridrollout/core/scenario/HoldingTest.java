package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.PutOnHold;
import org.gridrollout.api.command.RolloutCommand.ReleaseHold;
import org.gridrollout.api.command.RolloutCommand.Waive;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.BuiltInRules;
import org.junit.jupiter.api.Test;

/** Rollouts that stand still, and what lets them go on. */
class HoldingTest {

    private Infrastructure grid = new Infrastructure().product("voms");
    private ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void holdHasAnEndInTheFuture() {
        assertThat(grid.refusedBy(hold(Duration.ZERO))).containsExactly("hold-expires-later");
        grid.does(hold(Duration.ofNanos(1_000)));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
    }

    @Test
    void expiredHoldIsPointedOutOnceAndHoldsOn() {
        grid.does(hold(Duration.ofDays(2)));
        grid.passes(Duration.ofDays(2));
        assertThat(escalations()).as("not before it has expired").isEmpty();
        grid.passes(Duration.ofDays(5));
        assertThat(escalations())
                .extracting(RolloutEvent::at)
                .containsExactly(grid.now.minus(Duration.ofDays(5)).plusNanos(1_000));
        grid.passes(Duration.ofDays(5));
        assertThat(escalations()).hasSize(1);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
    }

    @Test
    void releasedHoldLeadsBackToWhereItCameFrom() {
        grid.does(hold(Duration.ofDays(2)));
        release();
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_BETA);
        assertThat(grid.rollout(voms).hold()).isEmpty();
        grid.good(voms);
        grid.does(hold(Duration.ofDays(2)));
        release();
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void whatIsNotHeldIsNotReleased() {
        assertThat(grid.refusedBy(new ReleaseHold(voms, "go on", MU))).containsExactly("state-allows");
    }

    @Test
    void holdIsNotReleasedWhileAnIncidentIsUndecided() {
        grid.does(hold(Duration.ofDays(2)));
        grid.file(voms, "GGUS-1", DESY);
        ReleaseHold release = new ReleaseHold(voms, "go on", MU);
        assertThat(grid.refusedBy(release)).containsExactly("no-undecided-incident");
        assertThat(grid.refusal(release).inWords()).isEqualTo("Still to be decided: GGUS-1.");
    }

    @Test
    void decisionEndsTheHoldOfAnIncidentAndNotTheOneOfTheMu() {
        grid.does(hold(Duration.ofDays(2)));
        grid.file(voms, "GGUS-1", DESY);
        grid.decide(voms, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
        release();
        grid.file(voms, "GGUS-2", DESY);
        grid.decide(voms, "GGUS-2", Criticality.NON_CRITICAL);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void lastDecisionEndsTheHold() {
        grid.file(voms, "GGUS-1", DESY);
        grid.file(voms, "GGUS-2", CERN);
        grid.decide(voms, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
        grid.decide(voms, "GGUS-2", Criticality.NON_CRITICAL);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void periodThatEndedInTheHoldIsJudgedWhenItIsReleased() {
        grid.announce(voms);
        grid.deploy(voms, CERN);
        grid.does(hold(Duration.ofDays(20)));
        grid.passes(Duration.ofDays(10));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
        release();
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void exposureWaivedInTheHoldClearsWhatIsInconclusiveWhenItIsReleased() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(8));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
        grid.does(hold(Duration.ofDays(2)));
        grid.does(new Waive(
                voms,
                BuiltInRules.ENOUGH_EXPOSURE,
                Scope.EVERYWHERE,
                "tested elsewhere",
                grid.now.plus(Duration.ofDays(30)),
                MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
        release();
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void whereTheHoldStopsPeriodsNothingSitesOweEndsMeanwhileAndAllOfItLater() {
        stopping();
        grid.announce(voms);
        Instant due = report().dueAt();
        Instant intake = owed(Duty.INTAKE).dueAt();
        grid.passes(Duration.ofDays(5));
        grid.does(hold(Duration.ofDays(20)));
        grid.passes(Duration.ofDays(4));
        assertThat(report().warned()).isFalse();
        assertThat(report().isPending()).isTrue();
        release();
        assertThat(report().dueAt()).isEqualTo(due.plus(Duration.ofDays(4)));
        assertThat(grid.rollout(voms).observation().orElseThrow().dueAt()).isEqualTo(due.plus(Duration.ofDays(4)));
        assertThat(owed(Duty.INTAKE).dueAt()).as("it is over").isEqualTo(intake);
    }

    @Test
    void whereTheHoldStopsPeriodsTheMusOwnGoOn() {
        stopping();
        grid.announce(voms);
        grid.file(voms, "GGUS-1", DESY);
        grid.passes(Duration.ofDays(1).plusNanos(1_000));
        assertThat(owed(Duty.TRIAGE).isPending()).isFalse();
        grid.file(voms, "GGUS-2", DESY);
        Instant due = grid.rollout(voms).obligations().stream()
                .filter(each -> each.subject().equals("GGUS-2"))
                .findFirst()
                .orElseThrow()
                .dueAt();
        assertThat(due).isEqualTo(grid.now.plus(Duration.ofDays(1)));
    }

    @Test
    void holdBeforeTheAnnouncementStopsNoPeriod() {
        stopping();
        grid.does(hold(Duration.ofDays(20)));
        grid.passes(Duration.ofDays(4));
        release();
        grid.announce(voms);
        assertThat(report().dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(7)));
    }

    @Test
    void holdOfWhatIsGoodStopsNoPeriodOfThoseWhoStillOwe() {
        stopping();
        grid.announce(voms);
        grid.deploy(voms, CERN);
        grid.does(new Expedite(voms, "service is down", MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
        Instant due = report().dueAt();
        grid.does(hold(Duration.ofDays(20)));
        grid.passes(Duration.ofDays(8));
        assertThat(report().isPending()).isFalse();
        assertThat(report().dueAt()).isEqualTo(due);
    }

    private void stopping() {
        grid = new Infrastructure(parts ->
                        parts.policy(RolloutPolicy.STANDARD.withPeriodsInHold(RolloutPolicy.PeriodsInHold.STOP)))
                .product("voms");
        voms = grid.contribute("voms", "2.1");
    }

    private PutOnHold hold(Duration time) {
        return new PutOnHold(voms, "a look at it", grid.now.plus(time), MU);
    }

    private void release() {
        grid.does(new ReleaseHold(voms, "go on", MU));
    }

    private List<RolloutEvent> escalations() {
        return grid.engine.history(voms).stream()
                .map(each -> each.event())
                .filter(RolloutEvent.HoldEscalated.class::isInstance)
                .toList();
    }

    private Obligation report() {
        return owed(Duty.REPORT);
    }

    private Obligation owed(Duty duty) {
        return grid.rollout(voms).obligations().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
