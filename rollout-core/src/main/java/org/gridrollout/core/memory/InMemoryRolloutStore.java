package org.gridrollout.core.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gridrollout.api.Violations;
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
 * A store in memory: everything the contract asks for but durability. Thread-safe; readers do not hinder one another.
 *
 * <p>Instants that are not whole microseconds and limits below 1 are refused with
 * {@link org.gridrollout.api.InvalidValueException}, so that a caller learns here what a database would not keep.
 */
public final class InMemoryRolloutStore implements RolloutStore {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<StreamId.Kind, StreamTable> tables = new HashMap<>();
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Map<ChangeId, Long> kept = new HashMap<>();

    /** An empty store. */
    public InMemoryRolloutStore() {
        for (StreamId.Kind kind : StreamId.Kind.values()) {
            tables.put(kind, new StreamTable(kind));
        }
    }

    @Override
    public Optional<Snapshot> load(StreamId stream) {
        return reading(() -> table(stream.kind()).snapshot(stream.name()));
    }

    @Override
    public CommitResult commit(StoreChange change) {
        WholeMicroseconds.require(change);
        lock.writeLock().lock();
        try {
            Long position = kept.get(change.id());
            if (position != null) {
                return new CommitResult.Stored(position);
            }
            for (StreamWrite write : change.writes()) {
                if (table(write.stream().kind()).revision(write.stream().name()) != write.expectedRevision()) {
                    return new CommitResult.Stale(write.stream());
                }
            }
            return new CommitResult.Stored(apply(change));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private long apply(StoreChange change) {
        for (StreamWrite write : change.writes()) {
            table(write.stream().kind()).put(write);
        }
        long last = journal.append(change);
        change.notices().forEach(outbox::add);
        kept.put(change.id(), last);
        return last;
    }

    @Override
    public boolean holds(ChangeId change) {
        return reading(() -> kept.containsKey(change));
    }

    @Override
    public List<StreamId> find(StreamQuery query) {
        return reading(() -> table(query.kind()).find(query));
    }

    @Override
    public List<JournalRecord> journal(long after, int limit) {
        requireAtLeastOne(limit);
        return reading(() -> journal.after(after, limit));
    }

    @Override
    public List<JournalRecord> journal(StreamId stream, long after, int limit) {
        requireAtLeastOne(limit);
        return reading(() -> journal.after(stream, after, limit));
    }

    @Override
    public JournalHead head() {
        return reading(journal::head);
    }

    @Override
    public List<Notice> undelivered(int limit) {
        requireAtLeastOne(limit);
        return reading(() -> outbox.undelivered(limit));
    }

    @Override
    public void markDelivered(Collection<String> keys) {
        List<String> delivered = new ArrayList<>(keys);
        lock.writeLock().lock();
        try {
            delivered.forEach(outbox::delivered);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Optional<Instant> latestInstant() {
        return reading(journal::latestInstant);
    }

    private StreamTable table(StreamId.Kind kind) {
        return Objects.requireNonNull(tables.get(kind));
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static void requireAtLeastOne(int limit) {
        Violations.of("Limit")
                .unless(limit >= 1, "must be at least 1, was %d", limit)
                .throwIfAny();
    }
}
