package org.gridrollout.core.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;

/** What a verifier may ask of a store; everything else fails. */
interface JournalOnly extends RolloutStore {

    @Override
    default Optional<Snapshot> load(StreamId stream) {
        throw notAsked();
    }

    @Override
    default CommitResult commit(StoreChange change) {
        throw notAsked();
    }

    @Override
    default boolean holds(ChangeId change) {
        throw notAsked();
    }

    @Override
    default List<StreamId> find(StreamQuery query) {
        throw notAsked();
    }

    @Override
    default List<JournalRecord> journal(StreamId stream, long after, int limit) {
        throw notAsked();
    }

    @Override
    default List<Notice> undelivered(int limit) {
        throw notAsked();
    }

    @Override
    default void markDelivered(Collection<String> keys) {
        throw notAsked();
    }

    @Override
    default Optional<Instant> latestInstant() {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("A verifier reads the journal and its head, and nothing else");
    }
}
