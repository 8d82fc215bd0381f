package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.whatif.JournalReplay;

class ReplayProperties {

    @Provide
    Arbitrary<Recorded> histories() {
        return Recorded.any();
    }

    @Property(tries = 60)
    void sameCommandsPolicyAndInstantsGiveTheSameEvents(@ForAll("histories") Recorded history) {
        GridSimulation grid = history.played();
        RolloutStore store = new InMemoryRolloutStore();
        assertThat(JournalReplay.of(grid.engine()).into(store).run().deviations())
                .isEmpty();
        RolloutEngine again = engine(grid, store);
        for (ReleaseId each : grid.releases()) {
            assertThat(events(again, each)).isEqualTo(events(grid.engine(), each));
            assertThat(again.rollout(each)).isEqualTo(grid.engine().rollout(each));
        }
        assertThat(again.refusals(0, 1_000).stream().map(each -> each.verdict().toString()))
                .isEqualTo(grid.engine().refusals(0, 1_000).stream()
                        .map(each -> each.verdict().toString())
                        .toList());
    }

    @Property(tries = 30)
    void replayOfAReplayIsTheSameToTheLastEntry(@ForAll("histories") Recorded history) {
        GridSimulation grid = history.played();
        RolloutStore once = new InMemoryRolloutStore();
        JournalReplay.of(grid.engine()).into(once).run();
        RolloutStore twice = new InMemoryRolloutStore();
        JournalReplay.of(engine(grid, once)).into(twice).run();
        assertThat(entries(twice)).isEqualTo(entries(once));
        assertThat(twice.head().position()).isEqualTo(once.head().position());
    }

    private static RolloutEngine engine(GridSimulation grid, RolloutStore store) {
        return RolloutEngine.builder()
                .store(store)
                .repository(grid.backends().repository())
                .policy(grid.engine().policy())
                .build();
    }

    private static List<RolloutEvent> events(RolloutEngine engine, ReleaseId release) {
        return engine.history(release).stream().map(RecordedEvent::event).toList();
    }

    private static List<JournalEntry> entries(RolloutStore store) {
        return store.journal(0, 100_000).stream().map(JournalRecord::entry).toList();
    }
}
