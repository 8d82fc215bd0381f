package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.command.RolloutCommand.AnnounceToNobody;
import org.gridrollout.api.command.RolloutCommand.ClearEarly;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.Waive;
import org.gridrollout.api.command.SiteCommand.ReportWorking;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.BuiltInRules;
import org.junit.jupiter.api.Test;

/** How a release becomes good otherwise than by silence. */
class ClearingTest {

    private Infrastructure grid = new Infrastructure().product("voms");
    private ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void onlyARuleThatExistsIsWaived() {
        assertThat(grid.refusedBy(waiver(RuleId.of("no-such-rule"), Scope.EVERYWHERE)))
                .containsExactly("rule-known");
    }

    @Test
    void decisionsAndTheRepositoryAreProtectedFromWaivers() {
        for (RuleId each : new RuleId[] {
            BuiltInRules.NO_CRITICAL_INCIDENT, BuiltInRules.VERSIONS_RISE, BuiltInRules.NEEDED_RELEASES_FIRST
        }) {
            assertThat(grid.refusedBy(waiver(each, Scope.EVERYWHERE))).containsExactly("rule-waivable");
        }
        grid.does(waiver(BuiltInRules.NO_FREEZE_WINDOW, Scope.EVERYWHERE));
        grid.does(waiver(BuiltInRules.ENOUGH_EXPOSURE, Scope.EVERYWHERE));
        assertThat(grid.rollout(voms).waivers()).hasSize(2);
    }

    @Test
    void waiverExpiresInTheFuture() {
        assertThat(grid.refusedBy(
                        new Waive(voms, BuiltInRules.ENOUGH_EXPOSURE, Scope.EVERYWHERE, "tested", grid.now, MU)))
                .containsExactly("waiver-expires-later");
    }

    @Test
    void waivedExposureClearsAtOnceWhatIsInconclusive() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(8));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
        grid.does(waiver(BuiltInRules.ENOUGH_EXPOSURE, Scope.CLEARING));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
        assertThat(grid.refusedBy(new Promote(voms, MU)))
                .as("it was waived so far only")
                .contains("enough-exposure");
    }

    @Test
    void waiverForThePromotionClearsNothing() {
        grid.does(new AnnounceToNobody(voms, "nobody has the hardware", MU));
        grid.does(waiver(BuiltInRules.ENOUGH_EXPOSURE, Scope.PROMOTION));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
    }

    @Test
    void waiverOfAnotherRuleClearsNothing() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(8));
        grid.does(waiver(BuiltInRules.NO_FREEZE_WINDOW, Scope.EVERYWHERE));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
    }

    @Test
    void waiverOfAnotherRuleDoesNotClearWhatHasItsEvidenceByNow() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(8));
        grid.deploy(voms, CERN);
        grid.does(waiver(BuiltInRules.NO_FREEZE_WINDOW, Scope.EVERYWHERE));
        assertThat(grid.state(voms)).as("the MU clears it").isEqualTo(RolloutState.INCONCLUSIVE);
    }

    @Test
    void waivedExposureLeavesThePeriodAsItIs() {
        grid.announce(voms);
        grid.does(waiver(BuiltInRules.ENOUGH_EXPOSURE, Scope.EVERYWHERE));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.ROLLING_OUT);
        grid.passes(Duration.ofDays(8));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void whatWasWaivedBeforeItIsAnnouncedToNobodyIsGoodAtOnce() {
        grid.does(waiver(BuiltInRules.ENOUGH_EXPOSURE, Scope.EVERYWHERE));
        grid.does(new AnnounceToNobody(voms, "nobody has the hardware", MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void emergencyClearsWhatIsAnnouncedAndIsDeclaredOnce() {
        grid.announce(voms);
        assertThat(grid.does(new Expedite(voms, "service is down", MU)).events())
                .isNotEmpty();
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
        assertThat(grid.does(new Expedite(voms, "service is down", MU)).events())
                .isEmpty();
    }

    @Test
    void emergencyDeclaredBeforehandClearsWithTheAnnouncement() {
        grid.does(new Expedite(voms, "service is down", MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_BETA);
        grid.announce(voms);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void emergencyDoesNotPassAnUndecidedIncident() {
        grid.announce(voms);
        grid.file(voms, "GGUS-1", DESY);
        grid.does(new Expedite(voms, "service is down", MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
        assertThat(grid.rollout(voms).emergency()).isPresent();
    }

    @Test
    void whatIsInProductionIsNoEmergencyAnyMore() {
        grid.inProduction(voms);
        assertThat(grid.refusedBy(new Expedite(voms, "service is down", MU))).containsExactly("state-allows");
    }

    @Test
    void releaseIsClearedEarlyWhenEverySiteHasSaidThatItWorks() {
        grid.announce(voms);
        grid.deploy(voms, CERN);
        assertThat(grid.refusedBy(new ClearEarly(voms, MU))).containsExactly("observation-period-over");
        grid.does(new ReportWorking(voms, CERN, "fine", Infrastructure.at(CERN)));
        grid.does(new ClearEarly(voms, MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
        assertThat(grid.refusedBy(new ClearEarly(voms, MU))).containsExactly("state-allows");
    }

    @Test
    void whereThePolicyPromotesAutomaticallyGoodIsPromotedInTheSameInstant() {
        grid = new Infrastructure(
                        parts -> parts.policy(RolloutPolicy.STANDARD.withPromotion(RolloutPolicy.Promotion.AUTOMATIC)))
                .product("voms");
        voms = grid.good(grid.contribute("voms", "2.1"));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void whereThePolicyPromotesAutomaticallyGoodWaitsForTheEndOfTheFreeze() {
        Instant thaw = grid.now.plus(Duration.ofDays(10));
        promotesAutomaticallyButNotBefore(thaw);
        grid.passes(Duration.between(grid.now, thaw).minusNanos(1_000));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.GOOD);
        grid.passes(Duration.ofNanos(1_000));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void automaticPromotionIsDecidedAtTheFirstInstantItCouldBeThoughNobodyLookedThen() {
        Instant thaw = grid.now.plus(Duration.ofDays(10));
        promotesAutomaticallyButNotBefore(thaw);
        grid.passes(Duration.ofDays(30));
        assertThat(grid.engine.history(voms))
                .extracting(each -> each.event())
                .filteredOn(RolloutEvent.PromotionDecided.class::isInstance)
                .singleElement()
                .extracting(RolloutEvent::at)
                .isEqualTo(thaw);
    }

    private void promotesAutomaticallyButNotBefore(Instant thaw) {
        FreezeWindow freeze = new FreezeWindow(thaw.minus(Duration.ofDays(5)), thaw, "holidays");
        grid = new Infrastructure(parts -> parts.policy(RolloutPolicy.STANDARD
                        .withPromotion(RolloutPolicy.Promotion.AUTOMATIC)
                        .withFreezeWindows(List.of(freeze))))
                .product("voms");
        voms = grid.good(grid.contribute("voms", "2.1"));
    }

    private Waive waiver(RuleId rule, Scope scope) {
        return new Waive(voms, rule, scope, "tested elsewhere", grid.now.plus(Duration.ofDays(30)), MU);
    }
}
