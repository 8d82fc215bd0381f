package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
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

    /** A release, or the last of those that took its place one after the other. */
    Optional<Rollout> rolloutOrSuccessor(ReleaseId release) {
        Optional<Rollout> rollout = rollout(release).value();
        while (rollout.isPresent() && rollout.get().supersededBy().isPresent()) {
            rollout = rollout(rollout.get().supersededBy().get()).value();
        }
        return rollout;
    }

    /** Whether production serves a release, or what took its place. */
    boolean isInProduction(ReleaseId release) {
        return rolloutOrSuccessor(release)
                .filter(each -> each.state() == RolloutState.IN_PRODUCTION)
                .isPresent();
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

    /** Everything that happened to a release. */
    List<RecordedEvent> history(ReleaseId release) {
        StreamId stream = Streams.of(release);
        return events((after, limit) -> store.journal(stream, after, limit), 0, Integer.MAX_VALUE);
    }

    /** The next events of all rollouts; fewer than {@code limit} only where the journal ends. */
    List<RecordedEvent> history(long after, int limit) {
        return events(store::journal, after, limit);
    }

    private interface Pages {
        List<JournalRecord> read(long after, int limit);
    }

    private static List<RecordedEvent> events(Pages journal, long after, int limit) {
        int size = Math.min(limit, PAGE);
        List<RecordedEvent> events = new ArrayList<>();
        long last = after;
        List<JournalRecord> page;
        do {
            page = journal.read(last, size);
            for (JournalRecord each : page) {
                last = each.position();
                if (isEvent(each) && events.size() < limit) {
                    events.add(recorded(each));
                }
            }
        } while (page.size() == size && events.size() < limit);
        return events;
    }

    static boolean isEvent(JournalRecord each) {
        return each.stream().kind() == StreamId.Kind.ROLLOUT && Entries.isEvent(each.entry());
    }

    static RecordedEvent recorded(JournalRecord each) {
        return new RecordedEvent(
                each.position(),
                ReleaseId.of(each.stream().name()),
                each.entry().recordedAt(),
                each.entry().actor(),
                Entries.event(each.entry()));
    }
}
