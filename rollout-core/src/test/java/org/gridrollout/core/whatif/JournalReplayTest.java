package org.gridrollout.core.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** A journal follows from its commands. */
class JournalReplayTest {

    private final PlayedGrid grid = new PlayedGrid();

    @Test
    void sameCommandsAtTheSameInstantsGiveTheSameJournal() {
        ReleaseId release = story();
        InMemoryRolloutStore again = new InMemoryRolloutStore();
        Replayed replayed = JournalReplay.of(grid.engine()).into(again).run();
        assertThat(replayed.isFaithful()).isTrue();
        assertThat(replayed.changes()).isEqualTo(grid.engine().changes(0, 1_000).size());
        assertThat(entries(again)).isEqualTo(entries(grid.store()));
        assertThat(again.load(grid.store().journal(0, 100).get(4).stream()))
                .as("the document of %s", release)
                .isEqualTo(grid.store().load(grid.store().journal(0, 100).get(4).stream()));
    }

    @Test
    void replayTellsNobodyAnything() {
        story();
        InMemoryRolloutStore again = new InMemoryRolloutStore();
        JournalReplay.of(grid.engine()).into(again).run();
        assertThat(again.undelivered(100)).isEmpty();
    }

    @Test
    void journalOfAnotherPolicyShowsWhereItDeviates() {
        ReleaseId release = story();
        RolloutPolicy strict = RolloutPolicy.STANDARD.withEvidence(new EvidencePolicy(2, 0));
        Replayed replayed = JournalReplay.of(grid.engine(strict)).run();
        assertThat(replayed.isFaithful()).isFalse();
        assertThat(replayed.deviations()).singleElement().satisfies(each -> {
            assertThat(each.release()).isEqualTo(release);
            assertThat(each.recorded()).containsInstanceOf(RolloutEvent.Cleared.class);
            assertThat(each.replayed()).containsInstanceOf(RolloutEvent.FoundInconclusive.class);
            List<RecordedEvent> history = grid.engine().history(release);
            assertThat(history.stream().filter(event -> event.position() <= each.position()))
                    .extracting(RecordedEvent::event)
                    .contains(each.recorded().orElseThrow());
        });
    }

    private ReleaseId story() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(5));
        grid.triesInVain(new Promote(release, PlayedGrid.MU));
        grid.triesInVain(new Promote(release, PlayedGrid.AT_CERN));
        grid.file(release, "GGUS-1", PlayedGrid.AT_CERN);
        grid.passes(Duration.ofDays(2));
        grid.decide(release, "GGUS-1", Criticality.NON_CRITICAL);
        grid.passesAndIsSwept(Duration.ofDays(9));
        grid.promote(release);
        return release;
    }

    private static List<JournalEntry> entries(RolloutStore store) {
        return store.journal(0, 1_000).stream().map(JournalRecord::entry).toList();
    }
}
