package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Test;

/** What a repository's answer leads to. */
class RefusedPublicationTest {

    private static final ReleaseId VOMS = ReleaseId.of("voms-2.1");

    private final FickleRepository repository = new FickleRepository();
    private final Infrastructure grid = new Infrastructure(repository, parts -> parts).product("voms");

    @Test
    void intakeIsOverAlsoIfTheRepositoryRefuses() {
        repository.refuse("unsigned");
        grid.contribute("voms", "2.1");
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.REFUSED);
        assertThat(owed(VOMS, Duty.INTAKE).outcome()).isEqualTo(ObligationOutcome.MET);
        assertThat(grid.rollout(VOMS).pending()).isEmpty();
        assertThat(grid.refusedBy(deployment())).containsExactly("release-visible");
    }

    @Test
    void promotionThatTheRepositoryRefusesLeavesTheReleaseGood() {
        grid.good(grid.contribute("voms", "2.1"));
        repository.refuse("disk full");
        grid.does(new Promote(VOMS, MU));
        assertThat(grid.state(VOMS)).isEqualTo(RolloutState.GOOD);
        assertThat(grid.rollout(VOMS).pending()).isEmpty();
        assertThat(grid.engine.history(VOMS))
                .last()
                .satisfies(each -> assertThat(((RolloutEvent.PromotionAborted) each.event()).reasons())
                        .containsExactly("disk full"));
    }

    @Test
    void removalThatTheRepositoryRefusesIsGivenUp() {
        grid.contribute("voms", "2.1");
        repository.refuse("read-only");
        grid.does(new Withdraw(VOMS, "a mistake", Infrastructure.packager("voms")));
        assertThat(grid.rollout(VOMS).pending()).isEmpty();
        assertThat(grid.engine.history(VOMS))
                .last()
                .satisfies(each -> assertThat(each.event()).isInstanceOf(RolloutEvent.RemovalAbandoned.class));
    }

    @Test
    void whatProductionServesNeedNotBeInBetaAnyMore() {
        grid.inProduction(grid.contribute("voms", "2.1"));
        assertThat(grid.offered(Stage.BETA)).isEmpty();
        assertThat(grid.offered(Stage.PRODUCTION)).containsExactly("voms-2.1-1.el9.x86_64");
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
