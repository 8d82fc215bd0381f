package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.SiteRegistryCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What the MU asks before it decides. */
class QuestionsTest {

    private static final IncidentId FIRST = IncidentId.of("GGUS-1");
    private static final IncidentId OTHER = IncidentId.of("GGUS-2");

    private final Infrastructure grid = new Infrastructure().product("fts");
    private final ReleaseId fts = grid.contribute("fts", "3.1");

    QuestionsTest() {
        grid.announce(fts);
        grid.file(fts, "GGUS-1", CERN);
    }

    @Test
    void questionStopsTheTriageClockAndItsDeadlineEndsTheWaiting() {
        grid.does(new IncidentCommand.AskForInformation(
                fts, FIRST, "which file system?", grid.now.plus(Duration.ofDays(3)), MU));
        assertThat(owed(Duty.TRIAGE, FIRST).dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(4)));
        assertThat(owed(Duty.ANSWER, FIRST).debtor().name()).isEqualTo(CERN.value());
        grid.passes(Duration.ofDays(3).plusNanos(1_000));
        assertThat(owed(Duty.ANSWER, FIRST).outcome()).isEqualTo(ObligationOutcome.MISSED);
        assertThat(owed(Duty.TRIAGE, FIRST).isPending()).isTrue();
        assertThat(grid.state(fts)).as("the MU decides without").isEqualTo(RolloutState.HELD);
    }

    @Test
    void whoFiledAnswersAndNobodyElse() {
        grid.does(new IncidentCommand.AskForInformation(
                fts, FIRST, "which file system?", grid.now.plus(Duration.ofDays(3)), MU));
        assertThat(refusal(new IncidentCommand.ProvideInformation(fts, FIRST, "ext4", Infrastructure.at(DESY)))
                        .inWords())
                .contains("speaks neither for CERN-PROD");
        grid.does(new IncidentCommand.ProvideInformation(fts, FIRST, "xfs", Infrastructure.at(CERN)));
        assertThat(incident(FIRST).status()).isEqualTo(Incident.Status.FILED);
        assertThat(incident(FIRST).question().orElseThrow().answer()).contains("xfs");
        assertThat(owed(Duty.ANSWER, FIRST).outcome()).isEqualTo(ObligationOutcome.MET);
    }

    @Test
    void questionIsAskedOfWhatIsUndecidedWithADeadlineInTheFuture() {
        assertThat(grid.refusedBy(ask(Duration.ZERO))).containsExactly("answer-due-later");
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(grid.refusedBy(ask(Duration.ofDays(1)))).containsExactly("incident-undecided");
    }

    @Test
    void nothingIsAnsweredThatWasNotAsked() {
        assertThat(grid.refusedBy(new IncidentCommand.ProvideInformation(fts, FIRST, "xfs", Infrastructure.at(CERN))))
                .containsExactly("question-asked");
    }

    @Test
    void whoFiledIsRemindedOfTheQuestionAndAskedAgainUnderAnotherName() {
        grid.does(ask(Duration.ofDays(4)));
        assertThat(owed(Duty.ANSWER, FIRST).warnAt()).isEqualTo(grid.now.plus(Duration.ofDays(3)));
        assertThat(owed(Duty.ANSWER, FIRST).id()).hasToString("answer:GGUS-1");
        grid.does(new IncidentCommand.ProvideInformation(fts, FIRST, "xfs", MU));
        grid.does(ask(Duration.ofDays(4)));
        assertThat(grid.rollout(fts).obligations()).last().satisfies(each -> {
            assertThat(each.id()).hasToString("answer:GGUS-1:2");
            assertThat(each.isPending()).isTrue();
        });
    }

    @Test
    void decisionMakesTheAnswerUnnecessaryAndAnAnswerAfterwardsOpensNothing() {
        grid.does(ask(Duration.ofDays(4)));
        grid.decide(fts, "GGUS-1", Criticality.NON_CRITICAL);
        assertThat(owed(Duty.ANSWER, FIRST).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
        assertThat(owed(Duty.ANSWER, FIRST).reason()).isEqualTo("decided without it");
        grid.does(new IncidentCommand.ProvideInformation(fts, FIRST, "xfs", Infrastructure.at(CERN)));
        assertThat(incident(FIRST).status()).isEqualTo(Incident.Status.DECIDED);
    }

    @Test
    void muItselfOwesNobodyAnAnswer() {
        grid.does(new IncidentCommand.FileIncident(fts, OTHER, "slow", Stage.BETA, Optional.empty(), MU));
        grid.does(new IncidentCommand.AskForInformation(
                fts, OTHER, "which file system?", grid.now.plus(Duration.ofDays(1)), MU));
        assertThat(grid.rollout(fts).obligations()).noneMatch(each -> each.duty() == Duty.ANSWER);
        assertThat(owed(Duty.TRIAGE, OTHER).isPending()).isTrue();
    }

    @Test
    void teamThatFiledAProblemOfItsOwnAnswersForIt() {
        grid.does(new IncidentCommand.FileIncident(
                fts, OTHER, "slow", Stage.BETA, Optional.empty(), Infrastructure.packager("fts")));
        grid.does(new IncidentCommand.AskForInformation(
                fts, OTHER, "which file system?", grid.now.plus(Duration.ofDays(1)), MU));
        assertThat(owed(Duty.ANSWER, OTHER).debtor()).isEqualTo(Party.team(TeamId.of("fts-team")));
        assertThat(grid.refusedBy(
                        new IncidentCommand.ProvideInformation(fts, OTHER, "xfs", Infrastructure.packager("voms"))))
                .containsExactly("speaks-for-filer");
        grid.does(new IncidentCommand.ProvideInformation(fts, OTHER, "xfs", Infrastructure.packager("fts")));
    }

    @Test
    void silenceOfTheOneAskedIsMissedWhateverItsDowntimes() {
        grid.does(ask(Duration.ofDays(3)));
        grid.does(new SiteRegistryCommand.DeclareDowntime(
                DowntimeId.of("cooling"),
                CERN,
                grid.now.plus(Duration.ofHours(25)),
                grid.now.plus(Duration.ofDays(9)),
                "cooling",
                Infrastructure.at(CERN)));
        grid.passes(Duration.ofDays(4));
        assertThat(owed(Duty.ANSWER, FIRST).outcome()).isEqualTo(ObligationOutcome.MISSED);
    }

    private IncidentCommand ask(Duration time) {
        return new IncidentCommand.AskForInformation(fts, FIRST, "which file system?", grid.now.plus(time), MU);
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
