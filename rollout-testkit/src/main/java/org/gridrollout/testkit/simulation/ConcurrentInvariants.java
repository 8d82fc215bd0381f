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
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.TransitionTable;

/**
 * What holds when several engines work on one store and one repository, invariant 13 of the design. The threads hand on at
 * each call to a backend, so that a failure comes again with its seed. Extend it to try a backend.
 */
public abstract class ConcurrentInvariants {

    private static final int TRIES = 15;

    private final List<Backends> opened = new ArrayList<>();

    /** For subclasses. */
    protected ConcurrentInvariants() {}

    /** Fresh, empty backends, whose calls may come from any thread. */
    protected abstract Backends backends();

    @Provide
    Arbitrary<Grid> grids() {
        return Grid.any();
    }

    /** For two to four engines. */
    @Provide
    Arbitrary<List<List<Action>>> lists() {
        return Action.any()
                .list()
                .ofMinSize(8)
                .ofMaxSize(25)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    /** In rounds: between decisions at different instants the journal may have the later one first, and both be right. */
    @Property(tries = TRIES)
    void invariant13_someSerialOrderExplainsWhatSeveralEnginesDid(
            @ForAll("grids") Grid setting, @ForAll("lists") List<List<Action>> lists, @ForAll long seed) {
        SharedGrid grid = SharedGrid.playedInRounds(open(), setting, lists, new Turns(seed));
        RolloutEngine alone = SerialReplay.of(grid.engine(), grid.backends());
        for (ReleaseId each : grid.releases()) {
            assertThat(events(alone, each))
                    .as("%s, by one engine alone", each)
                    .containsExactlyElementsOf(events(grid.engine(), each));
            assertThat(alone.rollout(each)).isEqualTo(grid.engine().rollout(each));
        }
    }

    @Property(tries = TRIES)
    void invariant13_noUpdateIsLost(
            @ForAll("grids") Grid setting, @ForAll("lists") List<List<Action>> lists, @ForAll long seed) {
        SharedGrid grid = played(setting, lists, seed);
        for (Rollout each : grid.rollouts()) {
            assertThat(Lifecycle.replay(events(grid.engine(), each.id()))).isEqualTo(each);
            assertIsPathOfTheTable(events(grid.engine(), each.id()));
        }
        assertThat(JournalVerifier.of(grid.backends().store()).verify()).isInstanceOf(Verification.Intact.class);
    }

    @Property(tries = TRIES)
    void invariant13_nothingIsPublishedTwiceAndRepositoriesOfferWhatTheStoreSays(
            @ForAll("grids") Grid setting, @ForAll("lists") List<List<Action>> lists, @ForAll long seed) {
        SharedGrid grid = played(setting, lists, seed);
        assertThat(grid.repository().published())
                .allSatisfy(
                        (changeSet, times) -> assertThat(times).as(changeSet).isEqualTo(1));
        List<PackageRef> production = new ArrayList<>();
        for (Rollout each : grid.rollouts()) {
            assertThat(each.pending()).as("%s after the last sweep", each.id()).isEmpty();
            if (each.state().isInProduction()) {
                production.addAll(each.release().packages());
            }
        }
        assertThat(grid.repository()
                        .current(Stage.PRODUCTION, GridSimulation.PLATFORM)
                        .packages())
                .containsExactlyInAnyOrderElementsOf(production);
    }

    @Property(tries = TRIES)
    void invariant13_nobodyIsToldTheSameUnderTwoKeysOrTwoThingsUnderOne(
            @ForAll("grids") Grid setting, @ForAll("lists") List<List<Action>> lists, @ForAll long seed) {
        SharedGrid grid = played(setting, lists, seed);
        Map<String, Notice> byKey = new HashMap<>();
        for (Notice each : grid.told()) {
            assertThat(byKey.putIfAbsent(each.key(), each)).isIn(null, each);
        }
        assertThat(byKey.values().stream().map(each -> each.recipient() + " " + each.at() + " " + each.text()))
                .doesNotHaveDuplicates();
        assertThat(grid.backends().store().undelivered(1)).isEmpty();
    }

    @AfterTry
    void closeAll() {
        opened.forEach(Backends::close);
        opened.clear();
    }

    private SharedGrid played(Grid setting, List<List<Action>> lists, long seed) {
        return SharedGrid.played(open(), setting, lists, new Turns(seed));
    }

    private Backends open() {
        Backends backends = backends();
        opened.add(backends);
        return backends;
    }

    private static void assertIsPathOfTheTable(List<RolloutEvent> events) {
        Rollout before = null;
        for (RolloutEvent event : events) {
            Rollout after = Lifecycle.evolve(before, event);
            assertThat(before == null || TransitionTable.permits(before.state(), event.type(), after.state()))
                    .as("%s", event)
                    .isTrue();
            before = after;
        }
    }

    private static List<RolloutEvent> events(RolloutEngine engine, ReleaseId release) {
        return engine.history(release).stream().map(RecordedEvent::event).toList();
    }
}
