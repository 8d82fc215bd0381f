package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.util.List;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RolloutCommand.ConsentToSupersede;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Test;

/** How rollouts end before and after production, and what becomes of what was open. */
class EndingTest {

    private static final IncidentId FIRST = IncidentId.of("GGUS-1");

    private final Infrastructure grid = new Infrastructure().product("voms");

    @Test
    void withdrawnReleaseLeavesBetaAndNobodyOwesAnythingForIt() {
        ReleaseId voms = grid.contribute("voms", "2.1");
        grid.announce(voms);
        grid.does(new Withdraw(voms, "a mistake", Infrastructure.packager("voms")));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.WITHDRAWN);
        assertThat(grid.offered(Stage.BETA)).isEmpty();
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        assertThat(owed(voms, Duty.INTAKE).outcome()).isEqualTo(ObligationOutcome.MET);
    }

    @Test
    void whatIsInProductionIsNotWithdrawn() {
        ReleaseId voms = grid.inProduction(grid.contribute("voms", "2.1"));
        assertThat(grid.refusedBy(new Withdraw(voms, "a mistake", MU))).containsExactly("state-allows");
    }

    @Test
    void rejectedReleaseLeavesBetaAndNobodyOwesAnythingForIt() {
        ReleaseId voms = grid.contribute("voms", "2.1");
        grid.announce(voms);
        grid.file(voms, "GGUS-1", DESY);
        grid.decide(voms, "GGUS-1", Criticality.CRITICAL);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.REJECTED);
        assertThat(grid.offered(Stage.BETA)).isEmpty();
        assertThat(owed(voms, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
    }

    @Test
    void goodReleaseIsGivenUpForANewerOneOnlyByConsent() {
        ReleaseId older = grid.good(grid.contribute("voms", "2.1"));
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.state(older)).isEqualTo(RolloutState.GOOD);
        grid.does(new ConsentToSupersede(older, newer, MU));
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.rollout(older).supersededBy()).contains(newer);
        assertThat(grid.offered(Stage.BETA)).containsExactly("voms-2.2-1.el9.x86_64");
        assertThat(superseded(older).beforeEvidence()).as("a site ran it").isFalse();
    }

    @Test
    void consentNamesANewerReleaseInBetaThatBringsEverything() {
        ReleaseId older = grid.good(grid.contribute("voms", "2.1"));
        assertThat(grid.refusedBy(new ConsentToSupersede(older, ReleaseId.of("voms-2.2"), MU)))
                .containsExactly("successor-in-beta");
        assertThat(grid.refusedBy(new ConsentToSupersede(older, older, MU))).containsExactly("successor-in-beta");
        ReleaseId withdrawn = grid.contribute("voms", "2.2");
        grid.does(new Withdraw(withdrawn, "a mistake", MU));
        assertThat(grid.refusedBy(new ConsentToSupersede(older, withdrawn, MU))).containsExactly("successor-in-beta");
    }

    @Test
    void consentIsToTheReleaseItNamesWhateverElseIsInBeta() {
        ReleaseId older = grid.good(grid.contribute("voms", "2.1"));
        ReleaseId between = grid.good(grid.contribute("voms", "2.2"));
        assertThat(grid.refusedBy(new ConsentToSupersede(older, ReleaseId.of("voms-2.3"), MU)))
                .containsExactly("successor-in-beta");
        ReleaseId newest = grid.contribute("voms", "2.3");
        grid.does(new ConsentToSupersede(older, newest, MU));
        assertThat(grid.rollout(older).supersededBy()).contains(newest);
        assertThat(grid.state(between)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void consentDoesNotPutAnOlderReleaseInTheNewerOnesPlace() {
        ReleaseId older = grid.good(grid.contribute("voms", "2.1"));
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.refusedBy(new ConsentToSupersede(newer, older, MU))).containsExactly("successor-in-beta");
        assertThat(grid.refusal(new ConsentToSupersede(newer, older, MU)).inWords())
                .isEqualTo("voms-2.1 is no release of this product in beta that brings all its components in higher"
                        + " versions.");
    }

    @Test
    void releaseGivenUpByConsentIsNoLongerOwedAnythingBySites() {
        ReleaseId older = grid.contribute("voms", "2.1");
        grid.announce(older);
        grid.does(new Expedite(older, "service is down", MU));
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(owed(older, Duty.REPORT).isPending()).isTrue();
        grid.does(new ConsentToSupersede(older, newer, MU));
        assertThat(owed(older, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
    }

    @Test
    void whatIsInProductionIsReplacedInProductionOnly() {
        ReleaseId older = grid.inProduction(grid.contribute("voms", "2.1"));
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.refusedBy(new ConsentToSupersede(older, newer, MU))).containsExactly("not-in-production");
    }

    @Test
    void releaseOfSomeComponentsTakesNoPlaceOfOneThatBringsMore() {
        grid.does(
                new RegisterProduct(new Product(ProductId.of("ui"), TeamId.of("ui-team"), Set.of("ui", "ui-doc")), MU));
        ReleaseId whole = grid.contribute(
                grid.release("ui", "1.0").withPackages(List.of(grid.take("ui", "1.0"), grid.take("ui-doc", "1.0"))));
        ReleaseId part = grid.contribute("ui", "1.1");
        assertThat(grid.state(whole)).isEqualTo(RolloutState.IN_BETA);
        assertThat(grid.refusedBy(new ConsentToSupersede(whole, part, MU))).containsExactly("successor-in-beta");
        ReleaseId more = grid.contribute(
                grid.release("ui", "1.2").withPackages(List.of(grid.take("ui", "1.2"), grid.take("ui-doc", "1.2"))));
        assertThat(grid.state(whole)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.state(part)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.state(more)).isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void successorInheritsWhatIsUndecidedAndOwesItsTriageAnew() {
        ReleaseId older = grid.contribute("voms", "2.1");
        grid.file(older, "GGUS-1", DESY);
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.state(newer)).isEqualTo(RolloutState.HELD);
        assertThat(grid.rollout(newer).incident(FIRST).orElseThrow()).satisfies(each -> {
            assertThat(each.inheritedFrom()).contains(older);
            assertThat(each.affected()).hasToString("[voms-2.2-1.el9.x86_64]");
        });
        assertThat(owed(older, Duty.TRIAGE).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        assertThat(owed(newer, Duty.TRIAGE).isPending()).isTrue();
    }

    @Test
    void successorDoesNotInheritWhatIsDecided() {
        ReleaseId older = grid.contribute("voms", "2.1");
        grid.file(older, "GGUS-1", DESY);
        grid.decide(older, "GGUS-1", Criticality.NON_CRITICAL);
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.rollout(newer).incidents()).isEmpty();
    }

    @Test
    void productionResolvesWhatTheReleaseSaysItResolvesAndNothingElse() {
        ReleaseId older = grid.inProduction(grid.contribute("voms", "2.1"));
        for (String each : List.of("GGUS-1", "GGUS-2")) {
            grid.file(older, each, DESY);
            grid.decide(older, each, Criticality.NON_CRITICAL);
        }
        ReleaseId newer = grid.contribute(grid.release("voms", "2.2").withResolves(FIRST));
        assertThat(grid.rollout(older).incident(FIRST).orElseThrow().status())
                .as("not in beta")
                .isEqualTo(Incident.Status.DECIDED);
        grid.inProduction(newer);
        assertThat(grid.rollout(older).incident(FIRST).orElseThrow().resolvedBy())
                .contains(newer);
        assertThat(grid.rollout(older)
                        .incident(IncidentId.of("GGUS-2"))
                        .orElseThrow()
                        .status())
                .isEqualTo(Incident.Status.DECIDED);
    }

    @Test
    void replacedReleaseIsNoLongerOwedAnythingBySites() {
        ReleaseId older = grid.contribute("voms", "2.1");
        grid.announce(older);
        grid.deploy(older, CERN);
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(owed(older, Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        assertThat(superseded(older).beforeEvidence()).isFalse();
        assertThat(grid.rollout(older).supersededBy()).contains(newer);
    }

    @Test
    void siteLeavesWhatItRanForWhatItInstallsAlsoIfThatHasEnded() {
        ReleaseId older = grid.contribute("voms", "2.1");
        grid.deploy(older, CERN);
        ReleaseId newer = grid.contribute("voms", "2.2");
        assertThat(grid.rollout(older).isDeployedAt(CERN))
                .as("it still runs it")
                .isTrue();
        grid.does(new ReportDeployment(newer, CERN, Infrastructure.at(CERN)));
        assertThat(grid.rollout(older).isDeployedAt(CERN)).isFalse();
        assertThat(grid.rollout(older).deployments().get(0).until()).contains(grid.now);
        assertThat(grid.rollout(newer).isDeployedAt(CERN)).isTrue();
    }

    @Test
    void olderReleaseMayNotBePromotedPastANewerOne() {
        ReleaseId older = grid.good(grid.contribute("voms", "2.1"));
        grid.inProduction(grid.contribute("voms", "2.2"));
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.refusedBy(new Promote(older, MU))).containsExactly("state-allows");
    }

    private RolloutEvent.Superseded superseded(ReleaseId release) {
        return grid.engine.history(release).stream()
                .map(each -> each.event())
                .filter(RolloutEvent.Superseded.class::isInstance)
                .map(RolloutEvent.Superseded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Obligation owed(ReleaseId release, Duty duty) {
        return grid.rollout(release).obligations().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
