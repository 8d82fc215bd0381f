package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;
import static org.gridrollout.core.scenario.Infrastructure.SECOND;

import java.time.Duration;
import org.gridrollout.api.command.IncidentCommand.CloseIncident;
import org.gridrollout.api.command.IncidentCommand.LowerCriticality;
import org.gridrollout.api.command.RestorationCommand.AcceptRisk;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.junit.jupiter.api.Test;

/** What a fault in production is, and when it is none any more. */
class FaultTest {

    private static final IncidentId FIRST = IncidentId.of("GGUS-1");
    private static final IncidentId OTHER = IncidentId.of("GGUS-2");

    private final Infrastructure grid = new Infrastructure().product("voms");
    private final ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void fleetIsClearOnceWhenTheLastSiteLeaves() {
        faulty();
        grid.inProduction(grid.contribute("voms", "2.2"));
        assertThat(restoration().fleetClearAt()).as("CERN went on to it").isNotEmpty();
        assertThat(grid.engine.history(voms))
                .filteredOn(each -> each.event() instanceof RestorationEvent.FleetCleared)
                .hasSize(1);
        grid.passes(Duration.ofDays(1));
        grid.file(voms, "GGUS-3", DESY);
        assertThat(grid.engine.history(voms))
                .filteredOn(each -> each.event() instanceof RestorationEvent.FleetCleared)
                .hasSize(1);
    }

    @Test
    void siteAcceptsTheRiskOfWhatItRunsOnce() {
        grid.inProduction(voms);
        assertThat(grid.refusedBy(new AcceptRisk(voms, CERN, "not used here", Infrastructure.at(CERN))))
                .containsExactly("restoration-opened");
        fault("GGUS-1");
        assertThat(grid.refusedBy(new AcceptRisk(voms, DESY, "not used here", Infrastructure.at(DESY))))
                .containsExactly("site-runs-it");
        grid.does(new AcceptRisk(voms, CERN, "not used here", Infrastructure.at(CERN)));
        assertThat(grid.does(new AcceptRisk(voms, CERN, "not used here", Infrastructure.at(CERN)))
                        .events())
                .isEmpty();
        assertThat(restoration().riskAccepted()).containsExactly(CERN);
    }

    @Test
    void faultIsNotClosedBeforeItIsMended() {
        faulty();
        assertThat(grid.refusedBy(new CloseIncident(voms, FIRST, "done", MU))).containsExactly("fault-resolved");
        grid.inProduction(grid.contribute("voms", "2.2"));
        grid.does(new CloseIncident(voms, FIRST, "done", MU));
        assertThat(grid.does(new CloseIncident(voms, FIRST, "done", MU)).events())
                .isEmpty();
    }

    @Test
    void loweringTheLastFaultEndsWhatWasOwed() {
        faulty();
        fault("GGUS-2");
        lower(FIRST);
        assertThat(grid.state(voms)).as("the other one stands").isEqualTo(RolloutState.FAULTY);
        assertThat(owed(Duty.RESTORE).isPending()).isTrue();
        assertThat(restoration().status()).isEqualTo(Restoration.Status.OPEN);
        lower(OTHER);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(owed(Duty.RESTORE).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        assertThat(restoration().status()).isEqualTo(Restoration.Status.NOT_NEEDED);
        assertThat(grid.rollout(voms).knownIssues()).hasSize(2);
    }

    @Test
    void faultThatWasLoweredAndIsOneAfterAllIsOwedAnew() {
        faulty();
        lower(FIRST);
        grid.decide(voms, "GGUS-1", Criticality.CRITICAL);
        assertThat(grid.rollout(voms).obligations())
                .filteredOn(each -> each.duty() == Duty.RESTORE)
                .extracting(each -> each.id() + " " + each.outcome())
                .containsExactly("restore:GGUS-1 CANCELLED", "restore:GGUS-1:2 PENDING");
        grid.passes(Duration.ofDays(30));
        assertThat(grid.rollout(voms).obligations())
                .filteredOn(each -> each.duty() == Duty.RESTORE)
                .extracting(Obligation::outcome)
                .containsExactly(ObligationOutcome.CANCELLED, ObligationOutcome.MISSED);
    }

    @Test
    void onlyACriticalIncidentIsLowered() {
        faulty();
        grid.file(voms, "GGUS-2", DESY);
        grid.decide(voms, "GGUS-2", Criticality.NON_CRITICAL);
        assertThat(grid.refusedBy(new LowerCriticality(voms, OTHER, "not that bad", MU)))
                .containsExactly("incident-critical");
    }

    @Test
    void secondFaultIsMendedByTheSameRestoration() {
        faulty();
        fault("GGUS-2");
        assertThat(restoration().incidents()).containsExactly(FIRST, OTHER);
        assertThat(grid.rollout(voms).obligations())
                .filteredOn(each -> each.duty() == Duty.RESTORE)
                .hasSize(1);
    }

    @Test
    void knownIssueOfAFaultyReleaseIsNoFault() {
        faulty();
        grid.file(voms, "GGUS-2", DESY);
        grid.decide(voms, "GGUS-2", Criticality.NON_CRITICAL);
        assertThat(restoration().incidents()).containsExactly(FIRST);
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

    private void lower(IncidentId incident) {
        grid.does(new LowerCriticality(voms, incident, "not that bad", MU));
        grid.does(new LowerCriticality(voms, incident, "agreed", SECOND));
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
