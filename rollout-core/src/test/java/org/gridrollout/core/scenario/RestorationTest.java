package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import org.gridrollout.api.command.RestorationCommand.PlanRestoration;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.command.SiteCommand.ReportUndeployment;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.rollout.Restored;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RepositoryException;
import org.junit.jupiter.api.Test;

/** From a fault in production to a fleet without it. */
class RestorationTest {

    private static final IncidentId FIRST = IncidentId.of("GGUS-1");
    private static final IncidentId OTHER = IncidentId.of("GGUS-2");

    private final FickleRepository repository = new FickleRepository();
    private final Infrastructure grid = new Infrastructure(repository, parts -> parts).product("voms");
    private final ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void sitesThatRunItAtTheirOwnRiskAreTheFirstToKnow() {
        grid.announce(voms);
        grid.deploy(voms, CERN);
        grid.deploy(voms, DESY);
        grid.passes(Duration.ofDays(8));
        grid.does(new Promote(voms, MU));
        fault("GGUS-1");
        assertThat(restoration().affected()).containsExactly(DESY, CERN);
    }

    @Test
    void siteThatNoLongerRunsItIsNotAffected() {
        grid.inProduction(voms);
        grid.does(new ReportUndeployment(voms, CERN, Infrastructure.at(CERN)));
        fault("GGUS-1");
        assertThat(restoration().affected()).isEmpty();
    }

    @Test
    void muOwesTheRestorationFromTheDecisionOn() {
        grid.inProduction(voms);
        grid.file(voms, "GGUS-1", DESY);
        grid.passes(Duration.ofHours(5));
        grid.decide(voms, "GGUS-1", Criticality.CRITICAL);
        assertThat(restoration().dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(3)));
        assertThat(restoration().openedAt()).isEqualTo(grid.now);
        assertThat(restoration().brokenSince()).isEqualTo(grid.now);
        assertThat(restoration().attempt()).isEqualTo(1);
        assertThat(owed(Duty.RESTORE).dueAt()).isEqualTo(restoration().dueAt());
        assertThat(owed(Duty.RESTORE).subject()).isEqualTo("GGUS-1");
    }

    @Test
    void onlyAListedWayIsPlannedAndOnlyForWhatIsFaulty() {
        grid.inProduction(voms);
        assertThat(grid.refusedBy(plan(RestorationWay.Kind.FIXED_RELEASE))).containsExactly("state-allows");
        fault("GGUS-1");
        assertThat(grid.refusedBy(plan(RestorationWay.Kind.LAST_GOOD_AGAIN)))
                .as("there is no last good one")
                .containsExactly("way-listed");
        grid.does(plan(RestorationWay.Kind.FIXED_RELEASE));
        assertThat(restoration().plan()).contains(RestorationWay.Kind.FIXED_RELEASE);
        assertThat(grid.does(plan(RestorationWay.Kind.FIXED_RELEASE)).events())
                .as("planned already")
                .isEmpty();
        grid.does(plan(RestorationWay.Kind.REMOVAL));
        assertThat(restoration().plan()).contains(RestorationWay.Kind.REMOVAL);
        assertThat(restoration().status()).isEqualTo(Restoration.Status.PLANNED);
    }

    @Test
    void restorationFollowsItsFixIntoBetaAndBackIfItFallsAway() {
        faulty();
        assertThat(restoration().status()).isEqualTo(Restoration.Status.OPEN);
        repository.goAway();
        ReleaseId fix = fixInVain("2.2");
        assertThat(restoration().status()).isEqualTo(Restoration.Status.FIX_CONTRIBUTED);
        assertThat(restoration().fix()).contains(fix);
        repository.comeBack();
        grid.engine.sweep();
        assertThat(restoration().status()).isEqualTo(Restoration.Status.FIX_IN_BETA);
        grid.does(plan(RestorationWay.Kind.FIXED_RELEASE));
        assertThat(restoration().status()).as("it is past that").isEqualTo(Restoration.Status.FIX_IN_BETA);
        grid.does(new Withdraw(fix, "does not mend it", MU));
        assertThat(restoration().status()).isEqualTo(Restoration.Status.PLANNED);
        assertThat(restoration().fix()).isEmpty();
    }

    @Test
    void fixFurtherAheadIsTheOneThatCounts() {
        faulty();
        ReleaseId first = grid.contribute(grid.release("voms", "2.2").withRestores(voms));
        repository.goAway();
        fixInVain("2.3");
        assertThat(restoration().fix()).contains(first);
        assertThat(restoration().status()).isEqualTo(Restoration.Status.FIX_IN_BETA);
    }

    @Test
    void fixFurtherAheadCountsThoughItWasContributedLater() {
        faulty();
        repository.goAway();
        ReleaseId first = fixInVain("2.2");
        repository.comeBack();
        ReleaseId second = grid.contribute(grid.release("voms", "2.3").withRestores(voms));
        grid.deploy(voms, DESY);
        assertThat(grid.state(first)).isEqualTo(RolloutState.CONTRIBUTED);
        assertThat(restoration().fix()).contains(second);
        assertThat(restoration().status()).isEqualTo(Restoration.Status.FIX_IN_BETA);
    }

    @Test
    void planIsOneEventAndMovesTheRestorationByItself() {
        faulty();
        assertThat(grid.does(plan(RestorationWay.Kind.FIXED_RELEASE)).events())
                .extracting(RolloutEvent::type)
                .containsExactly(EventType.RESTORATION_PLANNED);
        assertThat(restoration().status()).isEqualTo(Restoration.Status.PLANNED);
    }

    @Test
    void releaseThatDoesNotSayItRestoresIsNoFixUntilItIsInProduction() {
        faulty();
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(restoration().status()).isEqualTo(Restoration.Status.OPEN);
        grid.inProduction(newer);
        assertThat(restoration().status()).isEqualTo(Restoration.Status.RESTORED);
        assertThat(restoration().fix()).contains(newer);
        assertThat(restoration().endedAt()).contains(grid.now);
    }

    @Test
    void restorationIsOverWhenAHigherReleaseIsInProduction() {
        faulty();
        ReleaseId fix = grid.contribute(grid.release("voms", "2.2").withRestores(voms));
        grid.announce(fix);
        grid.does(new Expedite(fix, "service is down", MU));
        grid.does(new Promote(fix, MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(owed(Duty.RESTORE).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(grid.rollout(voms).incident(FIRST).orElseThrow().resolvedBy())
                .contains(fix);
        assertThat(grid.rollout(fix).restored().map(Restored::faulty)).contains(voms);
        assertThat(grid.rollout(fix).restored().map(Restored::attempt)).contains(1);
    }

    @Test
    void whatReplacesAGoodReleaseRestoresNothing() {
        grid.inProduction(voms);
        ReleaseId newer = grid.inProduction(grid.contribute("voms", "2.2"));
        assertThat(grid.rollout(newer).restored()).isEmpty();
        assertThat(grid.rollout(voms).restoration()).isEmpty();
    }

    private void faulty() {
        grid.inProduction(voms);
        fault("GGUS-1");
        assertThat(grid.state(voms)).isEqualTo(RolloutState.FAULTY);
    }

    private void fault(String incident) {
        grid.file(voms, incident, DESY);
        grid.decide(voms, incident, Criticality.CRITICAL);
    }

    private ReleaseId fixInVain(String version) {
        Release fix = grid.release("voms", version).withRestores(voms);
        assertThatThrownBy(() -> grid.contribute(fix)).isInstanceOf(RepositoryException.class);
        return fix.id();
    }

    private PlanRestoration plan(RestorationWay.Kind way) {
        return new PlanRestoration(voms, way, "by tomorrow", MU);
    }

    private Restoration restoration() {
        return grid.rollout(voms).restoration().orElseThrow();
    }

    private Obligation owed(Duty duty) {
        return grid.rollout(voms).obligations().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
