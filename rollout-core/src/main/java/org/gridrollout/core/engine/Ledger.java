package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.core.codec.Documents;

/** The store with types: documents in, values out. */
final class Ledger {

    private static final int PAGE = 1_000;

    private final RolloutStore store;

    Ledger(RolloutStore store) {
        this.store = store;
    }

    /** A value and the revision it was read at; 0 if the stream does not exist yet. */
    record Versioned<T>(Optional<T> value, long revision) {}

    Versioned<Rollout> rollout(ReleaseId release) {
        return load(Streams.of(release), Rollout.class);
    }

    Versioned<ProductLine> line(ProductId product, Platform platform) {
        return load(Streams.lineOf(product, platform), ProductLine.class);
    }

    Versioned<ProductEntry> product(ProductId product) {
        return load(Streams.of(product), ProductEntry.class);
    }

    <T> Versioned<T> load(StreamId stream, Class<T> type) {
        Optional<Snapshot> snapshot = store.load(stream);
        return new Versioned<>(
                snapshot.map(each -> Documents.read(type, each.body())),
                snapshot.map(Snapshot::revision).orElse(0L));
    }

    List<RecordedEvent> history(ReleaseId release) {
        List<RecordedEvent> events = new ArrayList<>();
        long after = 0;
        List<JournalRecord> page;
        do {
            page = store.journal(Streams.of(release), after, PAGE);
            for (JournalRecord each : page) {
                events.add(recorded(each));
                after = each.position();
            }
        } while (page.size() == PAGE);
        return events;
    }

    /** The next events of all rollouts; registry changes are left out, so that a page may be short. */
    List<RecordedEvent> history(long after, int limit) {
        return store.journal(after, limit).stream()
                .filter(each -> each.stream().kind() == StreamId.Kind.ROLLOUT)
                .map(Ledger::recorded)
                .toList();
    }

    static JournalEntry entry(RolloutEvent event, Instant recordedAt, String actor) {
        return new JournalEntry(
                event.getClass().getSimpleName(),
                event.at(),
                recordedAt,
                actor,
                Documents.write(RolloutEvent.class, event));
    }

    private static RecordedEvent recorded(JournalRecord each) {
        return new RecordedEvent(
                each.position(),
                ReleaseId.of(each.stream().name()),
                each.entry().recordedAt(),
                each.entry().actor(),
                Documents.read(RolloutEvent.class, each.entry().body()));
    }
}
