package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.Refusal;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.Period;
import org.gridrollout.core.metrics.Tally;

/** What holds whatever teams, sites and MUs do, numbered as in the design. Extend it to try a backend. */
public abstract class RolloutInvariants extends SoftwareInvariants {

    /** For subclasses. */
    protected RolloutInvariants() {}

    @Property(tries = TRIES)
    void invariant04_nothingDependsOnTheStageAnIncidentsSiteInstalledFrom(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        List<Rollout> beta = run(new GridSimulation(open(), setting, 1, Stage.BETA), actions);
        List<Rollout> production = run(new GridSimulation(open(), setting, 1, Stage.PRODUCTION), actions);
        assertThat(production.stream().map(RolloutInvariants::stageBlind))
                .containsExactlyElementsOf(
                        beta.stream().map(RolloutInvariants::stageBlind).toList());
    }

    @Property(tries = TRIES)
    void invariant10_everyObligationEndsOnce(@ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            List<ObligationId> ended = history(grid, release).stream()
                    .filter(SiteEvent.ObligationEnded.class::isInstance)
                    .map(each -> ((SiteEvent.ObligationEnded) each).obligation())
                    .toList();
            assertThat(ended).doesNotHaveDuplicates();
        }
    }

    @Property(tries = TRIES)
    void invariant10_scorecardsAddUpToTheObligations(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        Metrics metrics = Metrics.empty();
        metrics.applyAll(grid.engine().history(0, 10_000));
        Tally counted = metrics.middlewareUnit(Period.ALWAYS).obligations();
        for (SiteId each : metrics.sites()) {
            counted = counted.plus(metrics.site(each, Period.ALWAYS).obligations());
        }
        for (ProductId each : metrics.products()) {
            counted =
                    counted.plus(metrics.product(each, Period.ALWAYS).answers().counted());
        }
        for (ObligationOutcome outcome : ObligationOutcome.values()) {
            long owed = grid.rollouts().stream()
                    .flatMap(each -> each.obligations().stream())
                    .filter(each -> each.counted() == outcome)
                    .count();
            long unknown = outcome == ObligationOutcome.MET ? counted.unknown() : 0;
            assertThat(counted.of(outcome) + unknown).as("%s", outcome).isEqualTo(owed);
        }
    }

    @Property(tries = TRIES)
    void invariant11_itMakesNoDifferenceHowOftenSomebodyLooks(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation once = run(setting, actions, 1);
        GridSimulation seldom = repeated(setting, once, 0);
        GridSimulation often = repeated(setting, once, 3);
        assertThat(often.rollouts()).isEqualTo(seldom.rollouts());
        List<Rollout> before = often.rollouts();
        often.sweep();
        assertThat(often.rollouts()).as("sweeping twice").isEqualTo(before);
    }

    @Property(tries = TRIES)
    void invariant14_whoHasNoRightIsRefusedAndRecordedAndChangesNothing(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        List<Rollout> before = grid.rollouts();
        long position = grid.backends().store().head().position();
        List<Verdict> refused = new ArrayList<>();
        for (Action action : actions) {
            for (Actor intruder : Intruders.ALL) {
                grid.tryAs(intruder, action).ifPresent(outcome -> {
                    assertThat(outcome).as("%s by %s", action, intruder).isInstanceOf(Outcome.Refused.class);
                    refused.add(((Outcome.Refused) outcome).verdict());
                });
            }
        }
        assertThat(grid.rollouts()).isEqualTo(before);
        assertThat(grid.engine().refusals(position, 10_000))
                .extracting(Refusal::verdict)
                .containsExactlyElementsOf(refused);
    }

    private static Rollout stageBlind(Rollout rollout) {
        return rollout.withIncidents(rollout.incidents().stream()
                .map(each -> each.withInstalledFrom(Stage.BETA))
                .toList());
    }
}
