package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;
import static org.gridrollout.core.scenario.Infrastructure.SECOND;

import java.time.Duration;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What the MU makes of problems. */
class TriageTest {

    private static final IncidentId FIRST = IncidentId.of("GGUS-1");
    private static final IncidentId OTHER = IncidentId.of("GGUS-2");

    private final Infrastructure grid = new Infrastructure().product("fts");
    private final ReleaseId fts = grid.contribute("fts", "3.1");

    TriageTest() {
        grid.announce(fts);
        grid.deploy(fts, CERN);
        grid.file(fts, "GGUS-1", CERN);
    }

    @Test
    void incidentIsBoundToExactPackageVersions() {
        assertThat(incident(FIRST).affected()).extracting(Object::toString).containsExactly("fts-3.1-1.el9.x86_64");
    }

    @Test
    void dismissedIncidentStopsNothing() {
        assertThat(grid.state(fts)).isEqualTo(RolloutState.HELD);
        grid.does(new IncidentCommand.Dismiss(fts, FIRST, "a wrong setting", MU));
        assertThat(grid.state(fts)).isEqualTo(RolloutState.ROLLING_OUT);
        assertThat(incident(FIRST).status()).isEqualTo(Incident.Status.NOT_A_PROBLEM);
        assertThat(owed(Duty.TRIAGE, FIRST).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(grid.rollout(fts).knownIssues()).isEmpty();
    }

    @Test
    void duplicateIsDecidedWithItsOriginal() {
        grid.file(fts, "GGUS-2", DESY);
        grid.does(new IncidentCommand.MarkDuplicate(fts, OTHER, FIRST, MU));
        assertThat(grid.state(fts)).as("the original is undecided").isEqualTo(RolloutState.HELD);
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(grid.state(fts)).isEqualTo(RolloutState.ROLLING_OUT);
        assertThat(refusal(new IncidentCommand.MarkDuplicate(fts, FIRST, OTHER, MU))
                        .findings())
                .extracting(each -> each.rule().value())
                .containsExactlyInAnyOrder("original-is-original", "no-chain-of-duplicates");
    }

    @Test
    void duplicateOfWhatIsDecidedEndsItsOwnHold() {
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        grid.file(fts, "GGUS-2", DESY);
        assertThat(grid.state(fts)).isEqualTo(RolloutState.HELD);
        grid.does(new IncidentCommand.MarkDuplicate(fts, OTHER, FIRST, MU));
        assertThat(grid.state(fts)).isEqualTo(RolloutState.ROLLING_OUT);
    }

    @Test
    void criticalityRisesAtOnceAndNeverFallsBeforeProduction() {
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        grid.decide(fts, "GGUS-1", Criticality.CRITICAL);
        assertThat(grid.state(fts)).isEqualTo(RolloutState.REJECTED);
        assertThat(refusal(new IncidentCommand.Dismiss(fts, FIRST, "no", MU)).findings())
                .extracting(each -> each.rule().value())
                .contains("criticality-only-rises");
    }

    @Test
    void undecidedIncidentIsNotClosedAndAFaultOnlyWhenItIsMended() {
        assertThat(refusal(new IncidentCommand.CloseIncident(fts, FIRST, "done", MU))
                        .findings())
                .extracting(each -> each.rule().value())
                .containsExactly("incident-decided");
        grid.does(new IncidentCommand.Dismiss(fts, FIRST, "a wrong setting", MU));
        grid.does(new IncidentCommand.CloseIncident(fts, FIRST, "done", MU));
        assertThat(incident(FIRST).status()).isEqualTo(Incident.Status.CLOSED);
    }

    @Test
    void firstPersonProposesToLowerAndTheSecondOneDoes() {
        grid.does(new IncidentCommand.Dismiss(fts, FIRST, "a wrong setting", MU));
        grid.passes(Duration.ofDays(8));
        grid.does(new RolloutCommand.Promote(fts, MU));
        grid.file(fts, "GGUS-2", DESY);
        grid.decide(fts, "GGUS-2", Criticality.CRITICAL);
        grid.does(new IncidentCommand.LowerCriticality(fts, OTHER, "one site only", MU));
        assertThat(grid.state(fts)).isEqualTo(RolloutState.FAULTY);
        assertThat(refusal(new IncidentCommand.LowerCriticality(fts, OTHER, "one site only", MU))
                        .findings())
                .extracting(each -> each.rule().value())
                .containsExactly("second-person");
        grid.does(new IncidentCommand.LowerCriticality(fts, OTHER, "agreed", SECOND));
        assertThat(grid.state(fts)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(grid.rollout(fts).knownIssues()).hasSize(1);
    }

    @Test
    void decidingTheSameAgainChangesNothing() {
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        int before = grid.engine.history(fts).size();
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        grid.file(fts, "GGUS-2", DESY);
        grid.does(new IncidentCommand.Dismiss(fts, OTHER, "a wrong setting", MU));
        int afterwards = grid.engine.history(fts).size();
        grid.does(new IncidentCommand.Dismiss(fts, OTHER, "a wrong setting", MU));
        grid.does(new IncidentCommand.CloseIncident(fts, OTHER, "done", MU));
        grid.does(new IncidentCommand.CloseIncident(fts, OTHER, "done", MU));
        assertThat(grid.engine.history(fts)).hasSize(afterwards + 1);
        assertThat(afterwards).isGreaterThan(before);
    }

    @Test
    void whatWasNeverFiledIsNotDecided() {
        assertThat(refusal(new IncidentCommand.Dismiss(fts, OTHER, "a wrong setting", MU))
                        .inWords())
                .isEqualTo("No incident GGUS-2 was filed on fts-3.1.");
        assertThat(refusal(new IncidentCommand.MarkDuplicate(fts, FIRST, OTHER, MU))
                        .findings())
                .extracting(each -> each.rule().value())
                .containsExactly("original-known");
    }

    @Test
    void decisionEndsTheTriageOfItsIncidentOnlyAndNoOther() {
        grid.file(fts, "GGUS-2", DESY);
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(owed(Duty.TRIAGE, FIRST).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(owed(Duty.TRIAGE, OTHER).isPending()).isTrue();
        grid.does(new IncidentCommand.MarkDuplicate(fts, OTHER, FIRST, MU));
        assertThat(owed(Duty.TRIAGE, OTHER).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(grid.does(new IncidentCommand.MarkDuplicate(fts, OTHER, FIRST, MU))
                        .events())
                .isEmpty();
    }

    @Test
    void criticalIncidentIsNeitherDismissedNorADuplicate() {
        grid.file(fts, "GGUS-2", DESY);
        grid.decide(fts, "GGUS-1", Criticality.CRITICAL);
        assertThat(grid.refusedBy(new IncidentCommand.MarkDuplicate(fts, FIRST, OTHER, MU)))
                .containsExactly("criticality-only-rises");
        assertThat(grid.refusedBy(new IncidentCommand.DecideCriticality(
                        fts, FIRST, Criticality.NON_CRITICAL, "not that bad", "", MU)))
                .containsExactly("criticality-only-rises");
    }

    private Incident incident(IncidentId id) {
        return grid.rollout(fts).incident(id).orElseThrow();
    }

    private Obligation owed(Duty duty, IncidentId about) {
        return grid.rollout(fts).obligations().stream()
                .filter(each -> each.duty() == duty && each.subject().equals(about.value()))
                .findFirst()
                .orElseThrow();
    }

    private Verdict refusal(IncidentCommand command) {
        return grid.refusal(command);
    }
}
