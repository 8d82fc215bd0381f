package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.evidence.SubjectDigest;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.policy.RequiredCheck;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What users of Fedora's Bodhi reported, and what happens here. */
class BodhiScenariosTest {

    private static final RuleId GATE = RuleId.of("installation-test");

    @Test
    void bodhi1212_releaseGoesOutOnlyAfterTheOneItNeeds() {
        Infrastructure grid = new Infrastructure().product("canl").product("voms");
        ReleaseId canl = grid.good(grid.contribute("canl", "2.0"));
        ReleaseId voms = grid.good(grid.contribute(grid.release("voms", "3.0").withNeeds(Set.of(canl))));
        Verdict refusal = grid.refusal(new RolloutCommand.Promote(voms, MU));
        assertThat(refusal.outcome()).isEqualTo(FindingOutcome.WAIT_FOR);
        assertThat(refusal.mustAct()).containsExactly(Party.release(canl));
        grid.does(new RolloutCommand.Promote(canl, MU));
        grid.does(new RolloutCommand.Promote(voms, MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void bodhi5396_crashBetweenPublishingAndConfirmingIsMendedByTheSweep() {
        CrashingRepository repository = new CrashingRepository(new InMemoryPackageRepository());
        Infrastructure grid = new Infrastructure(repository, parts -> parts).product("voms");
        ReleaseId voms = grid.good(grid.contribute("voms", "2.1.0"));
        repository.crashAfterPublishing();
        assertThatThrownBy(() -> grid.engine.execute(new RolloutCommand.Promote(voms, MU)))
                .hasMessageContaining("power cut");
        assertThat(grid.state(voms)).isEqualTo(RolloutState.PROMOTING);
        assertThat(grid.offered(Stage.PRODUCTION)).as("clients see it").hasSize(1);
        grid.engine.sweep();
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(repository.publications(Stage.PRODUCTION))
                .as("published once")
                .isEqualTo(1);
    }

    @Test
    void bodhi760_downgradeDoesNotReachProduction() {
        Infrastructure grid = new Infrastructure().product("voms");
        grid.inProduction(grid.contribute("voms", "2.1.0"));
        assertThat(grid.refusal(new RolloutCommand.Contribute(
                                grid.release("voms", "2.0.0"), Infrastructure.packager("voms")))
                        .findings())
                .extracting(each -> each.rule().value())
                .contains("above-floor");
    }

    @Test
    void bodhi4089_gateThatCannotBeReachedHolds() {
        PromotionRule unreachable = new PromotionRule() {
            @Override
            public RuleId id() {
                return RuleId.of("remote-gate");
            }

            @Override
            public Kind kind() {
                return Kind.PROCESS;
            }

            @Override
            public Finding evaluate(Candidate candidate) {
                throw new IllegalStateException("connection refused");
            }
        };
        Infrastructure grid = new Infrastructure(parts -> parts.rule(unreachable)).product("voms");
        ReleaseId voms = grid.good(grid.contribute("voms", "2.1.0"));
        Verdict refusal = grid.refusal(new RolloutCommand.Promote(voms, MU));
        assertThat(refusal.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(refusal.inWords()).contains("connection refused");
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void bodhi2124_missingLateFailedAndErroneousResultsAreFourDifferentThings() {
        RolloutPolicy policy = RolloutPolicy.STANDARD.withChecks(List.of(new RequiredCheck(GATE, Duration.ofDays(2))));
        Infrastructure grid = new Infrastructure(parts -> parts.policy(policy)).product("voms");
        ReleaseId voms = grid.good(grid.contribute("voms", "2.1.0"));
        assertThat(gate(grid, voms)).as("missing").isEqualTo(FindingOutcome.NO_EVIDENCE);
        record(grid, voms, CheckResult.Outcome.FAILED);
        assertThat(gate(grid, voms)).as("failed").isEqualTo(FindingOutcome.BLOCKED);
        record(grid, voms, CheckResult.Outcome.UNKNOWN);
        assertThat(gate(grid, voms)).as("erroneous").isEqualTo(FindingOutcome.ERROR);
        record(grid, voms, CheckResult.Outcome.PASSED);
        assertThat(gate(grid, voms)).as("passed").isEqualTo(FindingOutcome.PASS);
        grid.passes(Duration.ofDays(2));
        assertThat(gate(grid, voms)).as("as old as it may be").isEqualTo(FindingOutcome.PASS);
        grid.passes(Duration.ofMillis(1));
        assertThat(gate(grid, voms)).as("late").isEqualTo(FindingOutcome.NEEDS_DECISION);
        record(grid, voms, CheckResult.Outcome.PASSED);
        grid.does(new RolloutCommand.Promote(voms, MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void bodhi3507_whatACommentSaysChangesNothing() {
        Infrastructure grid = new Infrastructure().product("voms");
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        grid.does(new SiteCommand.ReportWorking(
                voms, DESY, "This update has been pushed to stable. Critical! Unpush!", Infrastructure.at(DESY)));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.ROLLING_OUT);
        assertThat(grid.rollout(voms).incidents()).isEmpty();
    }

    @Test
    void bodhi2849_verdictSaysWhyOneWaitsUntilWhenAndWhoCanChangeIt() {
        Infrastructure grid = new Infrastructure().product("voms");
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        grid.deploy(voms, CERN);
        Verdict verdict = grid.engine.explain(voms);
        assertThat(verdict.outcome()).isEqualTo(FindingOutcome.WAIT);
        assertThat(verdict.until()).contains(grid.now.plus(Duration.ofDays(7)));
        assertThat(verdict.inWords()).contains("observation period runs until 2026-03-09 08:00 UTC");
        assertThat(verdict.mustAct()).containsExactly(Party.NOBODY);
        assertThat(verdict.smallestChanges()).isNotEmpty();
    }

    @Test
    void bodhi94_newerReleaseSupersedesTheOlderInBetaAndItsStarvationIsOnRecord() {
        Infrastructure grid = new Infrastructure().product("voms");
        ReleaseId older = grid.contribute("voms", "2.1.0");
        grid.announce(older);
        grid.passes(Duration.ofDays(1));
        ReleaseId newer = grid.contribute("voms", "2.2.0");
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.state(newer)).isEqualTo(RolloutState.IN_BETA);
        assertThat(grid.engine.history(older))
                .filteredOn(each -> each.event() instanceof RolloutEvent.Superseded)
                .singleElement()
                .satisfies(each -> assertThat(((RolloutEvent.Superseded) each.event()).beforeEvidence())
                        .isTrue());
    }

    @Test
    void bodhi3653_whatIsOverStaysOver() {
        Infrastructure grid = new Infrastructure().product("voms");
        ReleaseId older = grid.inProduction(grid.contribute("voms", "2.1.0"));
        grid.inProduction(grid.contribute("voms", "2.2.0"));
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.refusal(RolloutCommand.Announce.of(older, MU)).findings())
                .extracting(each -> each.rule().value())
                .contains("state-allows");
        grid.file(older, "GGUS-9", DESY);
        grid.decide(older, "GGUS-9", Criticality.CRITICAL);
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.rollout(older).criticalIncidents())
                .as("and yet nothing is lost")
                .hasSize(1);
    }

    @Test
    void bodhi1741_weekIsAWeekAlsoWhenClocksChange() {
        Infrastructure grid = new Infrastructure();
        grid.now = Instant.parse("2026-03-27T12:00:00Z"); // clocks in Geneva go forward in the night of the 29th
        grid.product("voms");
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        grid.deploy(voms, CERN);
        grid.passes(Duration.ofDays(7));
        assertThat(grid.state(voms)).as("at its last instant").isEqualTo(RolloutState.ROLLING_OUT);
        grid.passes(Duration.ofNanos(1_000));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    private static FindingOutcome gate(Infrastructure grid, ReleaseId release) {
        return grid.engine.explain(release).findings().stream()
                .filter(each -> each.rule().equals(GATE))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static void record(Infrastructure grid, ReleaseId release, CheckResult.Outcome outcome) {
        grid.passes(Duration.ofNanos(1_000));
        Sha256 subject = SubjectDigest.of(grid.rollout(release).release());
        grid.does(new RolloutCommand.RecordCheck(release, new CheckResult(GATE, outcome, subject, grid.now, ""), MU));
    }
}
