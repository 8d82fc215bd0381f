package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;

/**
 * Documents as a store has them, and in front of them what was written here; the store itself is only read. Finds streams
 * and journals as the store does. Not thread-safe.
 */
final class OverlayStore implements RolloutStore {

    private final RolloutStore below;
    private final Map<StreamId, Snapshot> written = new HashMap<>();

    OverlayStore(RolloutStore below) {
        this.below = below;
    }

    @Override
    public Optional<Snapshot> load(StreamId stream) {
        Snapshot here = written.get(stream);
        return here != null ? Optional.of(here) : below.load(stream);
    }

    @Override
    public CommitResult commit(StoreChange change) {
        for (StreamWrite write : change.writes()) {
            if (load(write.stream()).map(Snapshot::revision).orElse(0L) != write.expectedRevision()) {
                return new CommitResult.Stale(write.stream());
            }
        }
        for (StreamWrite write : change.writes()) {
            written.put(write.stream(), new Snapshot(write.stream(), write.expectedRevision() + 1, write.body()));
        }
        return new CommitResult.Stored(0);
    }

    @Override
    public boolean holds(ChangeId change) {
        return false;
    }

    @Override
    public List<StreamId> find(StreamQuery query) {
        return below.find(query);
    }

    @Override
    public List<JournalRecord> journal(long after, int limit) {
        return below.journal(after, limit);
    }

    @Override
    public List<JournalRecord> journal(StreamId stream, long after, int limit) {
        return below.journal(stream, after, limit);
    }

    @Override
    public JournalHead head() {
        return below.head();
    }

    @Override
    public List<Notice> undelivered(int limit) {
        return List.of();
    }

    @Override
    public void markDelivered(Collection<String> keys) {
        // There are none here, and those below are not ours.
    }

    @Override
    public Optional<Instant> latestInstant() {
        return below.latestInstant();
    }
}
