package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What a product team may offer. */
class ContributingTest {

    private static final Party TEAM = Party.team(TeamId.of("voms-team"));

    private Infrastructure grid = new Infrastructure().product("voms");

    @Test
    void releaseDeliveredTwiceIsContributedOnce() {
        Release release = grid.release("voms", "2.1");
        grid.contribute(release);
        assertThat(grid.does(new Contribute(release, Infrastructure.packager("voms")))
                        .events())
                .isEmpty();
        assertThat(grid.rollout(release.id()).obligations()).hasSize(1);
    }

    @Test
    void nameOfAReleaseMeansOneContent() {
        grid.contribute("voms", "2.1");
        Contribute other = contribute(grid.release("voms", "2.2").withId(ReleaseId.of("voms-2.1")));
        assertThat(grid.refusedBy(other)).containsExactly("release-id-new");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Release release = grid.release("voms", "2.1")
                .withPackages(List.of(grid.take("voms", "2.1"), grid.take("fts", "2.1")))
                .withRestores(ReleaseId.of("voms-2.0"))
                .withCertification(Optional.empty());
        assertThat(grid.refusedBy(contribute(release)))
                .containsExactly("component-of-product", "restores-faulty-release", "certification-present");
        assertThat(grid.refusal(contribute(release)).mustAct()).containsExactly(TEAM, Party.MIDDLEWARE_UNIT);
    }

    @Test
    void productIsRegisteredFirst() {
        Release release = grid.release("fts", "3.1").withCertification(Optional.empty());
        assertThat(grid.refusedBy(new Contribute(release, MU)))
                .containsExactly("product-known", "certification-present");
        assertThat(grid.refusal(new Contribute(release, MU)).mustAct())
                .as("no team is known that could act")
                .containsExactly(Party.MIDDLEWARE_UNIT);
    }

    @Test
    void certificationIsAskedForWhereThePolicySaysSo() {
        grid = new Infrastructure(parts -> parts.policy(RolloutPolicy.STANDARD.withCertificationRequired(false)))
                .product("voms");
        grid.contribute(grid.release("voms", "2.1").withCertification(Optional.empty()));
    }

    @Test
    void onlyAFaultyReleaseIsRestored() {
        ReleaseId good = grid.inProduction(grid.contribute("voms", "2.1"));
        assertThat(grid.refusedBy(contribute(grid.release("voms", "2.2").withRestores(good))))
                .containsExactly("restores-faulty-release");
    }

    @Test
    void versionsFollowThoseOfTheSameComponentOnly() {
        Infrastructure two = new Infrastructure().unwatchedProduct("voms").unwatchedProduct("fts");
        two.contribute("fts", "3.1");
        two.contribute("voms", "2.1");
        ReleaseId newer = two.contribute("fts", "3.2");
        assertThat(two.state(newer)).isEqualTo(RolloutState.IN_BETA);
        assertThat(two.rollout(newer).release().product()).isEqualTo(ProductId.of("fts"));
    }

    private Contribute contribute(Release release) {
        return new Contribute(release, Infrastructure.packager("voms"));
    }
}
