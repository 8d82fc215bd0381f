package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.command.RolloutCommand.RecordCheck;
import org.gridrollout.api.command.SiteCommand.ReportUndeployment;
import org.gridrollout.api.command.SiteCommand.ReportWorking;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.RequiredCheck;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What sites and others report of a release. */
class ReportsTest {

    private static final RuleId GATE = RuleId.of("installation-test");
    private static final Sla EVERYTHING = Sla.builder()
            .name("everything")
            .acknowledgeWithin(Duration.ofDays(1))
            .deployWithin(Duration.ofDays(2))
            .reportWithin(Duration.ofDays(4))
            .reporting(Reporting.EVERY_RELEASE)
            .build();

    private final Infrastructure grid = new Infrastructure(parts -> parts.policy(
                    RolloutPolicy.STANDARD.withChecks(List.of(new RequiredCheck(GATE, Duration.ofDays(2))))))
            .product("voms", EVERYTHING);
    private final ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void sameReportTwiceIsOneReportAndAnotherCommentAnotherOne() {
        grid.announce(voms);
        works("fine");
        works("fine");
        works("fine under load");
        grid.does(new ReportWorking(voms, DESY, "fine", Infrastructure.at(DESY)));
        assertThat(grid.rollout(voms).reports())
                .extracting(SiteReport::site, SiteReport::comment)
                .containsExactly(tuple(CERN, "fine"), tuple(CERN, "fine under load"), tuple(DESY, "fine"));
    }

    @Test
    void siteThatFilesAProblemHasReported() {
        grid.announce(voms);
        grid.file(voms, "GGUS-1", CERN);
        assertThat(owed(Duty.REPORT).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(owed(Duty.ACKNOWLEDGE).outcome()).isEqualTo(ObligationOutcome.MET);
    }

    @Test
    void problemOfTheMuIsNoSitesReport() {
        grid.announce(voms);
        grid.does(new FileIncident(voms, IncidentId.of("GGUS-1"), "it breaks", Stage.BETA, Optional.empty(), MU));
        assertThat(owed(Duty.REPORT).isPending()).isTrue();
    }

    @Test
    void problemFiledTwiceIsOneAndItsNameIsNotUsedForAnother() {
        grid.file(voms, "GGUS-1", CERN);
        grid.file(voms, "GGUS-1", CERN);
        assertThat(grid.rollout(voms).incidents()).hasSize(1);
        assertThat(grid.refusedBy(filing("it breaks", Optional.empty(), DESY))).containsExactly("incident-id-new");
        assertThat(grid.refusedBy(filing("it burns", Optional.empty(), CERN))).containsExactly("incident-id-new");
    }

    @Test
    void problemIsBoundToThePackageThatIsNamedIfTheReleaseHasIt() {
        Nevra own = new Nevra("voms", Evr.of("2.1", "1.el9"), "x86_64");
        Nevra foreign = new Nevra("fts", Evr.of("2.1", "1.el9"), "x86_64");
        grid.does(filing("it breaks", Optional.of(foreign), CERN));
        assertThat(grid.rollout(voms).incidents().get(0).affected()).containsExactly(own);
    }

    @Test
    void basisOfADeploymentSaysWhoAskedForIt() {
        grid.deploy(voms, DESY);
        grid.announce(voms);
        grid.deploy(voms, CERN);
        assertThat(grid.rollout(voms).deployments())
                .extracting(Deployment::basis)
                .containsExactly(Deployment.Basis.OWN_RISK, Deployment.Basis.ASKED);
    }

    @Test
    void whatIsInstalledFromProductionIsNobodysRisk() {
        Infrastructure seed = new Infrastructure().product("fts");
        ReleaseId fts = seed.inProduction(seed.contribute("fts", "3.1"));
        seed.deploy(fts, DESY);
        assertThat(seed.rollout(fts).deployments())
                .last()
                .extracting(Deployment::basis)
                .isEqualTo(Deployment.Basis.PRODUCTION);
    }

    @Test
    void siteThatRunsItIsDeployedOnceAndCanLeave() {
        grid.deploy(voms, CERN);
        grid.deploy(voms, CERN);
        assertThat(grid.rollout(voms).deployments()).hasSize(1);
        grid.deploy(voms, DESY);
        grid.passes(Duration.ofHours(1));
        grid.does(new ReportUndeployment(voms, CERN, Infrastructure.at(CERN)));
        grid.does(new ReportUndeployment(voms, CERN, Infrastructure.at(CERN)));
        assertThat(grid.rollout(voms).deployments())
                .extracting(Deployment::until)
                .containsExactly(Optional.of(grid.now), Optional.empty());
    }

    @Test
    void resultIsTakenDownOnceOfACheckThatIsAskedForAndWasMade() {
        grid.does(check(GATE, Duration.ZERO));
        grid.does(check(GATE, Duration.ZERO));
        assertThat(grid.rollout(voms).checks()).hasSize(1);
        assertThat(grid.refusedBy(check(RuleId.of("smoke-test"), Duration.ZERO)))
                .containsExactly("check-required");
        assertThat(grid.refusedBy(check(GATE, Duration.ofNanos(1_000)))).containsExactly("check-made");
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_BETA);
    }

    private RecordCheck check(RuleId rule, Duration ahead) {
        return new RecordCheck(
                voms,
                new CheckResult(rule, CheckResult.Outcome.PASSED, new Sha256("0".repeat(64)), grid.now.plus(ahead), ""),
                MU);
    }

    private FileIncident filing(String summary, Optional<Nevra> affected, SiteId site) {
        return new FileIncident(voms, IncidentId.of("GGUS-1"), summary, Stage.BETA, affected, Infrastructure.at(site));
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
