package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.Refusal;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification.Intact;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.TransitionTable;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.Period;
import org.gridrollout.core.metrics.Tally;
import org.gridrollout.core.version.RpmVersionScheme;
import org.gridrollout.core.whatif.JournalReplay;

/** What holds whatever teams, sites and MUs do, numbered as in the design. Extend it to try a backend. */
public abstract class RolloutInvariants {

    private static final int TRIES = 25;

    private final List<Backends> opened = new ArrayList<>();

    /** For subclasses. */
    protected RolloutInvariants() {}

    /** Fresh, empty backends. */
    protected abstract Backends backends();

    @Provide
    Arbitrary<Grid> grids() {
        return Grid.any();
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Action.any().list().ofMinSize(5).ofMaxSize(40);
    }

    @Property(tries = TRIES)
    void invariant01_everyHistoryIsAPathOfTheTransitionTable(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout before = null;
            for (RolloutEvent event : history(grid, release)) {
                Rollout after = Lifecycle.evolve(before, event);
                if (before != null) {
                    assertThat(TransitionTable.permits(before.state(), event.type(), after.state()))
                            .isTrue();
                    assertThat(before.state().isTerminal() && after.state() != before.state())
                            .as("terminal states stay")
                            .isFalse();
                }
                before = after;
            }
        }
    }

    @Property(tries = TRIES)
    void invariant02_replayGivesTheSnapshotAndTheSameCommandsTheSameEvents(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (Rollout each : grid.rollouts()) {
            assertThat(Lifecycle.replay(history(grid, each.id()))).isEqualTo(each);
        }
        GridSimulation again = run(setting, actions, 1);
        assertThat(again.releases()).isEqualTo(grid.releases());
        for (ReleaseId each : grid.releases()) {
            assertThat(history(again, each)).isEqualTo(history(grid, each));
        }
        assertThat(JournalReplay.of(grid.engine()).run().deviations()).isEmpty();
    }

    @Property(tries = TRIES)
    void invariant03_nothingReachesProductionWithAnOpenOrCriticalIncidentOrUncleared(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout rollout = null;
            for (RolloutEvent event : history(grid, release)) {
                if (event instanceof RolloutEvent.PromotionDecided && rollout != null) {
                    assertThat(rollout.state()).isEqualTo(RolloutState.GOOD);
                    assertThat(rollout.undecidedIncidents()).isEmpty();
                    assertThat(rollout.criticalIncidents()).isEmpty();
                }
                rollout = Lifecycle.evolve(rollout, event);
            }
        }
    }

    @Property(tries = TRIES)
    void invariant03_releaseIsGoodOnlyAfterItsPeriodOrByADecisionOnRecord(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout rollout = null;
            for (RolloutEvent event : history(grid, release)) {
                if (event instanceof RolloutEvent.Cleared && rollout != null) {
                    Rollout before = rollout;
                    boolean over = before.observation()
                            .filter(each -> each.isOverAt(event.at()))
                            .isPresent();
                    boolean everySiteSpoke = Exposure.everySiteReportedWorking(before);
                    boolean decided =
                            before.emergency().isPresent() || !before.waivers().isEmpty();
                    assertThat(over || everySiteSpoke || decided)
                            .as("%s cleared at %s, period %s", release, event.at(), before.observation())
                            .isTrue();
                }
                rollout = Lifecycle.evolve(rollout, event);
            }
        }
    }

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
    void invariant05_everyReleaseIsHigherThanAllThatWasEverExposed(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        VersionScheme versions = new RpmVersionScheme();
        Map<String, Evr> floor = new HashMap<>();
        Map<ReleaseId, List<PackageRef>> packages = new HashMap<>();
        for (RecordedEvent each : grid.engine().history(0, 10_000)) {
            if (each.event() instanceof RolloutEvent.Contributed contributed) {
                packages.put(each.release(), contributed.release().packages());
                for (PackageRef ref : contributed.release().packages()) {
                    Evr below = floor.get(ref.component());
                    assertThat(below == null || versions.compare(ref.nevra().evr(), below) > 0)
                            .as("%s over the floor %s", ref, below)
                            .isTrue();
                }
            } else if (each.event() instanceof RolloutEvent.BetaPublished) {
                packages.getOrDefault(each.release(), List.of())
                        .forEach(ref -> floor.put(ref.component(), ref.nevra().evr()));
            }
        }
    }

    @Property(tries = TRIES)
    void invariant09_faultyReleaseHasOneOpenRestorationUntilSomethingHigherOrTwoPersonsEndIt(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = run(setting, actions, 1);
        for (ReleaseId release : grid.releases()) {
            Rollout rollout = null;
            for (RolloutEvent event : history(grid, release)) {
                Rollout after = Lifecycle.evolve(rollout, event);
                boolean open = after.restoration()
                        .filter(each -> each.status().isOpen())
                        .isPresent();
                assertThat(open).as("%s after %s", release, event).isEqualTo(after.state() == RolloutState.FAULTY);
                if (rollout != null && rollout.state() == RolloutState.FAULTY && !open) {
                    assertThat(event)
                            .isInstanceOfAny(RolloutEvent.Superseded.class, IncidentEvent.CriticalityLowered.class);
                    if (event instanceof IncidentEvent.CriticalityLowered lowered) {
                        assertThat(lowered.by().name())
                                .isNotEqualTo(lowered.secondPerson().name());
                    } else if (event instanceof RolloutEvent.Superseded superseded) {
                        assertHigher(grid, superseded.by(), release);
                    }
                }
                rollout = after;
            }
        }
    }

    @Property(tries = TRIES)
    void invariant07_releaseIsInARepositoryWholeOrNotAtAll(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = new GridSimulation(open(), setting, 1, Stage.BETA);
        for (Action action : actions) {
            grid.perform(action);
            for (Stage stage : Stage.values()) {
                List<PackageRef> offered = grid.offered(stage);
                grid.rollouts().forEach(each -> {
                    List<PackageRef> own = each.release().packages();
                    assertThat(own.stream().filter(offered::contains).count())
                            .as("%s in %s after %s", each.id(), stage, action)
                            .isIn(0L, (long) own.size());
                });
            }
        }
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

    @Property(tries = TRIES)
    void invariant15_journalOfWhateverHappenedIsAnUnbrokenChain(
            @ForAll("grids") Grid setting, @ForAll("actions") List<Action> actions) {
        GridSimulation grid = new GridSimulation(open(), setting, 1, Stage.BETA);
        RolloutStore store = grid.backends().store();
        JournalVerifier verifier = JournalVerifier.of(store);
        JournalHead start = store.head();
        for (Action action : actions) {
            JournalHead before = store.head();
            grid.perform(action);
            assertThat(verifier.verifyAfter(before)).isInstanceOf(Intact.class);
        }
        JournalHead head = store.head();
        assertThat(head.position()).isPositive();
        assertThat(verifier.verify(start)).isEqualTo(new Intact(head, head.position()));
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
        GridSimulation seldom = run(setting, actions, 0);
        GridSimulation often = run(setting, actions, 3);
        assertThat(often.rollouts()).isEqualTo(seldom.rollouts());
        List<Rollout> before = often.rollouts();
        often.sweep();
        assertThat(often.rollouts()).as("sweeping twice").isEqualTo(before);
    }

    @AfterTry
    void closeAll() {
        opened.forEach(Backends::close);
        opened.clear();
    }

    private Backends open() {
        Backends backends = backends();
        opened.add(backends);
        return backends;
    }

    private GridSimulation run(Grid setting, List<Action> actions, int looks) {
        GridSimulation grid = new GridSimulation(open(), setting, looks, Stage.BETA);
        actions.forEach(grid::perform);
        grid.sweep();
        return grid;
    }

    private static List<Rollout> run(GridSimulation grid, List<Action> actions) {
        actions.forEach(grid::perform);
        grid.sweep();
        return grid.rollouts();
    }

    private static Rollout stageBlind(Rollout rollout) {
        return rollout.withIncidents(rollout.incidents().stream()
                .map(each -> each.withInstalledFrom(Stage.BETA))
                .toList());
    }

    private static void assertHigher(GridSimulation grid, ReleaseId newer, ReleaseId older) {
        VersionScheme versions = new RpmVersionScheme();
        List<PackageRef> low =
                grid.engine().rollout(older).orElseThrow().release().packages();
        for (PackageRef high :
                grid.engine().rollout(newer).orElseThrow().release().packages()) {
            assertThat(low.stream().filter(each -> each.component().equals(high.component())))
                    .allMatch(each ->
                            versions.compare(high.nevra().evr(), each.nevra().evr()) > 0);
        }
    }

    private static List<RolloutEvent> history(GridSimulation grid, ReleaseId release) {
        return grid.engine().history(release).stream().map(RecordedEvent::event).toList();
    }
}
