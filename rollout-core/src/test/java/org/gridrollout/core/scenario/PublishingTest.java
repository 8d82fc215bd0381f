package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.ConsentToSupersede;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteCommand.ReportWorking;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.verdict.Finding;
import org.junit.jupiter.api.Test;

/** What happens while a repository has yet to answer. */
class PublishingTest {

    private static final Actor TEAM = Infrastructure.packager("voms");
    private static final ReleaseId VOMS = ReleaseId.of("voms-2.1");

    private final FickleRepository repository = new FickleRepository();
    private final Infrastructure grid = new Infrastructure(repository, parts -> parts).product("voms");

    @Test
    void versionOnItsWayIntoBetaIsTheFloorAlready() {
        contributedInVain();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.CONTRIBUTED);
        assertThat(grid.refusedBy(new Contribute(grid.release("voms", "2.0"), TEAM)))
                .containsExactly("above-floor");
    }

    @Test
    void versionOnItsWayIntoBetaIsTheFloorThoughALowerOneWasSeenBefore() {
        grid.contribute("voms", "2.0");
        contributedInVain();
        Contribute between = new Contribute(grid.release("voms", "2.0.5"), TEAM);
        assertThat(grid.refusal(between).findings())
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .contains("is not higher than 2.1-1.el9");
    }

    @Test
    void releaseWithdrawnOnItsWayIntoBetaMayHaveBeenSeenAndRaisesTheFloor() {
        contributedInVain();
        inVain(new Withdraw(VOMS, "a mistake", TEAM));
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.WITHDRAWN);
        assertThat(grid.offered(Stage.BETA)).isEmpty();
        assertThat(grid.refusedBy(new Contribute(grid.release("voms", "2.1").withId(ReleaseId.of("voms-again")), TEAM)))
                .containsExactly("above-floor");
    }

    @Test
    void withdrawnReleaseIsStillToBeTakenBackWhenTheRepositoryReturns() {
        contributedInVain();
        inVain(new Withdraw(VOMS, "a mistake", TEAM));
        assertThat(owed(VOMS, Duty.INTAKE).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        assertThat(grid.rollout(VOMS).pending()).singleElement().satisfies(each -> {
            assertThat(each.changeSet().add()).isEmpty();
            assertThat(each.revokes()).isPresent();
        });
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.rollout(VOMS).pending()).isEmpty();
    }

    @Test
    void incidentFiledBeforeBetaServesItHoldsItAsSoonAsBetaDoes() {
        contributedInVain();
        inVain(file("GGUS-1"));
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.CONTRIBUTED);
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.HELD);
        assertThat(grid.rollout(VOMS).hold().orElseThrow().reason()).contains("GGUS-1 (it breaks)");
    }

    @Test
    void criticalIncidentDecidedBeforeBetaServesItRejectsItAsSoonAsBetaDoes() {
        contributedInVain();
        inVain(file("GGUS-1"));
        inVain(decide("GGUS-1"));
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.REJECTED);
        assertThat(grid.offered(Stage.BETA)).isEmpty();
    }

    @Test
    void nothingIsReportedOfAReleaseNobodyCanHave() {
        contributedInVain();
        assertThat(grid.refusedBy(deployment())).containsExactly("release-visible");
        assertThat(grid.refusedBy(new ReportWorking(VOMS, CERN, "fine", Infrastructure.at(CERN))))
                .containsExactly("release-visible");
    }

    @Test
    void intakeIsOverWhenBetaServesIt() {
        contributedInVain();
        assertThat(owed(VOMS, Duty.INTAKE).isPending()).isTrue();
        repository.comeBack();
        grid.passes(Duration.ofDays(1));
        assertThat(owed(VOMS, Duty.INTAKE).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void incidentFiledWhileThePromotionWasPendingHoldsWhatWasNotPromoted() {
        promotedInVain();
        inVain(file("GGUS-1"));
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.PROMOTING);
        repository.refuse("disk full");
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.HELD);
        assertThat(grid.rollout(VOMS).hold().orElseThrow().from()).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void criticalIncidentDecidedWhileThePromotionWasPendingRejectsWhatWasNotPromoted() {
        promotedInVain();
        inVain(file("GGUS-1"));
        inVain(decide("GGUS-1"));
        repository.refuse("disk full");
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.REJECTED);
    }

    @Test
    void criticalIncidentDecidedWhileThePromotionWasPendingStopsIt() {
        promotedInVain();
        inVain(file("GGUS-1"));
        inVain(decide("GGUS-1"));
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.PROMOTING);
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.REJECTED);
        assertThat(grid.offered(Stage.PRODUCTION)).isEmpty();
    }

    @Test
    void criticalIncidentDecidedWhenProductionServedItUnconfirmedMakesItFaulty() {
        grid.good(grid.contribute("voms", "2.1"));
        repository.goAwayAfterPublishing();
        inVain(new Promote(VOMS, MU));
        inVain(file("GGUS-1"));
        inVain(decide("GGUS-1"));
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.PROMOTING);
        repository.comeBack();
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.FAULTY);
        assertThat(grid.rollout(VOMS).restoration().orElseThrow().incidents()).containsExactly(IncidentId.of("GGUS-1"));
    }

    @Test
    void promotingAgainWhatIsOnItsWayChangesNothing() {
        promotedInVain();
        grid.does(new Promote(VOMS, MU));
        assertThat(grid.engine.history(VOMS))
                .filteredOn(each -> each.event() instanceof RolloutEvent.PromotionDecided)
                .hasSize(1);
    }

    @Test
    void newReleaseInBetaLeavesAloneWhatIsOnItsWayIntoProduction() {
        promotedInVain();
        repository.comeBack();
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.state(newer)).isEqualTo(RolloutState.IN_BETA);
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.PROMOTING);
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void releaseThatReachesProductionSupersedesNoNewerOne() {
        promotedInVain();
        repository.comeBack();
        ReleaseId newer = grid.contribute("voms", "2.2");
        grid.engine.sweep();
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(grid.state(newer)).isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void releaseThatReachesBetaSupersedesTheOlderOneThere() {
        ReleaseId older = grid.contribute("voms", "2.0");
        grid.contribute("voms", "2.1");
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.rollout(older).supersededBy()).contains(VOMS);
    }

    @Test
    void releaseThatReachesBetaLeavesAloneWhatIsStillOnItsWayThere() {
        contributedInVain();
        repository.comeBack();
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.state(newer)).isEqualTo(RolloutState.IN_BETA);
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.CONTRIBUTED);
    }

    @Test
    void goodReleaseIsNotGivenUpForOneThatBetaDoesNotServeYet() {
        grid.good(grid.contribute("voms", "2.1"));
        repository.goAway();
        inVain(new Contribute(grid.release("voms", "2.2"), TEAM));
        assertThat(grid.refusedBy(new ConsentToSupersede(VOMS, ReleaseId.of("voms-2.2"), MU)))
                .containsExactly("successor-in-beta");
    }

    private void contributedInVain() {
        repository.goAway();
        inVain(new Contribute(grid.release("voms", "2.1"), TEAM));
    }

    private void promotedInVain() {
        grid.good(grid.contribute("voms", "2.1"));
        repository.goAway();
        inVain(new Promote(VOMS, MU));
    }

    /** Is decided, though what follows from it cannot be carried out. */
    private void inVain(Command command) {
        assertThatThrownBy(() -> grid.engine.execute(command)).isInstanceOf(RepositoryException.class);
    }

    private static RolloutCommand file(String incident) {
        return new IncidentCommand.FileIncident(
                VOMS, IncidentId.of(incident), "it breaks", Stage.BETA, Optional.empty(), Infrastructure.at(DESY));
    }

    private static RolloutCommand decide(String incident) {
        return new IncidentCommand.DecideCriticality(
                VOMS, IncidentId.of(incident), Criticality.CRITICAL, "looked at it", "", MU);
    }

    private static RolloutCommand deployment() {
        return new ReportDeployment(VOMS, CERN, Infrastructure.at(CERN));
    }

    private Obligation owed(ReleaseId release, Duty duty) {
        return grid.rollout(release).obligations().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
