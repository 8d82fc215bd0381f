package org.gridrollout.benchmarks.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.BuiltInRules;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;

class GoodReleaseTest {

    private final GoodRelease given = new GoodRelease();

    @Test
    void isGoodAfterThreeSitesRanItAndOneFiledAnIssue() {
        Rollout rollout = given.rollout();
        assertThat(rollout.state()).isEqualTo(RolloutState.GOOD);
        assertThat(Exposure.sitesAsked(rollout)).isEqualTo(GoodRelease.SITES);
        assertThat(rollout.deployments()).hasSize(3);
        assertThat(rollout.knownIssues()).hasSize(1);
    }

    @Test
    void standsBesideAnOlderReleaseInProduction() {
        assertThat(given.context().others())
                .extracting(Rollout::id, Rollout::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(GoodRelease.OLDER, RolloutState.IN_PRODUCTION));
    }

    @Test
    void isJudgedByEveryBuiltInRule() {
        Verdict verdict = given.rules().judge(given.candidate(), Gate.PROMOTION);
        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrderElementsOf(
                        BuiltInRules.all(RolloutPolicy.STANDARD, new RpmVersionScheme()).stream()
                                .map(PromotionRule::id)
                                .toList());
    }

    @Test
    void isPromotedInPlaceOfTheOlderOne() {
        Decision decision = Lifecycle.decide(Optional.of(given.rollout()), given.promotion(), given.context());
        assertThat(decision.refusal()).isEmpty();
        Rollout promoting = decision.rollouts().get(GoodRelease.ID);
        assertThat(promoting.state()).isEqualTo(RolloutState.PROMOTING);
        assertThat(promoting.pending().get(0).changeSet().remove()).hasSize(2);
    }

    @Test
    void hasAHistoryThatReplaysToIt() {
        assertThat(Lifecycle.replay(given.history())).isEqualTo(given.rollout());
    }

    @Test
    void hasAboutTwentyEventsOnItsWayIntoProduction() {
        assertThat(given.wholeHistory()).hasSizeBetween(18, 28);
        assertThat(Lifecycle.replay(given.wholeHistory()).state()).isEqualTo(RolloutState.IN_PRODUCTION);
    }
}
