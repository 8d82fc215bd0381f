package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;

/** A rehearsal's store: tells what is written to it, and keeps no notices, since nobody is to be told of a rehearsal. */
final class WatchedStore implements RolloutStore {

    private final RolloutStore store;
    private final Rehearsal.Keeps keeps;
    private final Dues dues;
    private final Rehearsal.Listener listener;

    WatchedStore(RolloutStore store, Rehearsal.Keeps keeps, Dues dues, Rehearsal.Listener listener) {
        this.store = store;
        this.keeps = keeps;
        this.dues = dues;
        this.listener = listener;
    }

    @Override
    public CommitResult commit(StoreChange change) {
        List<StreamWrite> writes = keeps == Rehearsal.Keeps.JOURNAL
                ? change.writes()
                : change.writes().stream().map(WatchedStore::documentOnly).toList();
        CommitResult result = store.commit(new StoreChange(change.id(), writes, List.of()));
        if (result instanceof CommitResult.Stored) {
            change.writes().stream()
                    .filter(each -> each.stream().kind() == StreamId.Kind.ROLLOUT)
                    .forEach(this::tell);
        }
        return result;
    }

    private static StreamWrite documentOnly(StreamWrite write) {
        return new StreamWrite(write.stream(), write.expectedRevision(), write.body(), write.index(), List.of());
    }

    private void tell(StreamWrite write) {
        ReleaseId release = ReleaseId.of(write.stream().name());
        dues.put(release, write.index().nextDue());
        for (JournalEntry each : write.entries()) {
            if (Entries.isEvent(each)) {
                listener.happened(release, Entries.event(each));
            }
        }
    }

    @Override
    public Optional<Snapshot> load(StreamId stream) {
        return store.load(stream);
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
        return List.of();
    }

    @Override
    public void markDelivered(Collection<String> keys) {
        // Nothing is kept that could be delivered.
    }

    @Override
    public Optional<Instant> latestInstant() {
        return store.latestInstant();
    }
}
