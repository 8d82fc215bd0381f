package org.gridrollout.testkit.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.core.memory.InMemoryRolloutStore;

/** Stores with one fault each, for the contract to find. */
final class BrokenStores {

    private BrokenStores() {}

    /** Passes everything on. */
    static class Sound implements RolloutStore {

        final RolloutStore sound = new InMemoryRolloutStore();

        @Override
        public Optional<Snapshot> load(StreamId stream) {
            return sound.load(stream);
        }

        @Override
        public CommitResult commit(StoreChange change) {
            return sound.commit(change);
        }

        @Override
        public boolean holds(ChangeId change) {
            return sound.holds(change);
        }

        @Override
        public List<StreamId> find(StreamQuery query) {
            return sound.find(query);
        }

        @Override
        public List<JournalRecord> journal(long after, int limit) {
            return sound.journal(after, limit);
        }

        @Override
        public List<JournalRecord> journal(StreamId stream, long after, int limit) {
            return sound.journal(stream, after, limit);
        }

        @Override
        public JournalHead head() {
            return sound.head();
        }

        @Override
        public List<Notice> undelivered(int limit) {
            return sound.undelivered(limit);
        }

        @Override
        public void markDelivered(Collection<String> keys) {
            sound.markDelivered(keys);
        }

        @Override
        public Optional<Instant> latestInstant() {
            return sound.latestInstant();
        }
    }

    /** Says that it did. */
    static final class DoesNothing extends Sound {

        @Override
        public CommitResult commit(StoreChange change) {
            return new CommitResult.Stored(0);
        }

        @Override
        public void markDelivered(Collection<String> keys) {}
    }

    /** Writes over whatever is there. */
    static final class ForgetsStaleness extends Sound {

        /** Takes its time, so that two who race for one stream surely meet. */
        @Override
        public Optional<Snapshot> load(StreamId stream) {
            Optional<Snapshot> snapshot = sound.load(stream);
            LockSupport.parkNanos(2_000_000);
            return snapshot;
        }

        @Override
        public synchronized CommitResult commit(StoreChange change) {
            return sound.commit(new StoreChange(
                    change.id(), change.writes().stream().map(this::brought).toList(), change.notices()));
        }

        private StreamWrite brought(StreamWrite write) {
            long now = sound.load(write.stream()).map(Snapshot::revision).orElse(0L);
            return new StreamWrite(write.stream(), now, write.body(), write.index(), write.entries());
        }
    }

    /** Keeps the writes before the stale one. */
    static final class AppliesHalf extends Sound {

        @Override
        public CommitResult commit(StoreChange change) {
            CommitResult result = sound.commit(change);
            if (result instanceof CommitResult.Stale) {
                for (StreamWrite write : change.writes()) {
                    StoreChange one = new StoreChange(Changes.newId(), List.of(write), List.of());
                    if (sound.commit(one) instanceof CommitResult.Stale) {
                        break;
                    }
                }
            }
            return result;
        }
    }

    /** Does not know a change again. */
    static final class ForgetsChanges extends Sound {

        @Override
        public CommitResult commit(StoreChange change) {
            return sound.commit(new StoreChange(Changes.newId(), change.writes(), change.notices()));
        }
    }

    /** Never believes that a notice arrived. */
    static final class ForgetsDelivery extends Sound {

        @Override
        public void markDelivered(Collection<String> keys) {}
    }

    /** Gives a record only the digest of what it says itself, and the head of the last one. */
    static final class DoesNotChain extends Sound {

        @Override
        public List<JournalRecord> journal(long after, int limit) {
            return alone(sound.journal(after, limit));
        }

        @Override
        public List<JournalRecord> journal(StreamId stream, long after, int limit) {
            return alone(sound.journal(stream, after, limit));
        }

        @Override
        public JournalHead head() {
            long last = sound.head().position();
            return last == 0
                    ? JournalHead.EMPTY
                    : alone(sound.journal(last - 1, 1)).get(0).head();
        }

        private static List<JournalRecord> alone(List<JournalRecord> records) {
            return records.stream().map(DoesNotChain::alone).toList();
        }

        private static JournalRecord alone(JournalRecord record) {
            return new JournalRecord(
                    record.position(),
                    record.change(),
                    record.stream(),
                    record.revision(),
                    record.entry(),
                    JournalChain.after(JournalHead.EMPTY).digest(JournalHead.EMPTY.digest(), record));
        }
    }

    /** Has no head to compare with. */
    static final class ForgetsItsHead extends Sound {

        @Override
        public JournalHead head() {
            return JournalHead.EMPTY;
        }
    }
}
