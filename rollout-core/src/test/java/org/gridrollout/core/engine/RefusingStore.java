package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;

/** A store that reads well and cannot write. */
record RefusingStore(RolloutStore store, StoreException failure) implements RolloutStore {

    @Override
    public Optional<Snapshot> load(StreamId stream) {
        return store.load(stream);
    }

    @Override
    public CommitResult commit(StoreChange change) {
        throw failure;
    }

    @Override
    public boolean holds(ChangeId change) {
        return store.holds(change);
    }

    @Override
    public List<StreamId> find(StreamQuery query) {
        return store.find(query);
    }

    @Override
    public List<JournalRecord> journal(long after, int limit) {
        return store.journal(after, limit);
    }

    @Override
    public List<JournalRecord> journal(StreamId stream, long after, int limit) {
        return store.journal(stream, after, limit);
    }

    @Override
    public JournalHead head() {
        return store.head();
    }

    @Override
    public List<Notice> undelivered(int limit) {
        return store.undelivered(limit);
    }

    @Override
    public void markDelivered(Collection<String> keys) {
        store.markDelivered(keys);
    }

    @Override
    public Optional<Instant> latestInstant() {
        return store.latestInstant();
    }
}
