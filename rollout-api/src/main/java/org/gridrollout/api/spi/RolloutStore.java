package org.gridrollout.api.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;

/**
 * Keeps documents and their journal; computes nothing. Bodies are opaque to it and come back unchanged.
 *
 * <p><b>Thread-safety:</b> any number of threads and processes may use one store at once. <b>Transactions:</b> each
 * {@link #commit} is atomic and durable when it returns {@link CommitResult.Stored}; a reader sees all of a change or
 * nothing. <b>Failure:</b> {@link StoreException}; if it may have been kept all the same,
 * {@link org.gridrollout.api.store.UnknownOutcomeException}. Proven by {@code RolloutStoreContract} in the testkit.
 */
public interface RolloutStore {

    /** The stream's current document, if it was ever written. */
    Optional<Snapshot> load(StreamId stream);

    /**
     * Keeps a change whole, if every stream is at the revision it is expected at. Journal positions of the change are
     * consecutive, and greater than those of every change kept before; its records are those that a
     * {@link org.gridrollout.api.store.JournalChain} after {@link #head} makes of it. A change whose id is held already is not
     * applied again; the answer is then {@code Stored} with the position it was kept at.
     */
    CommitResult commit(StoreChange change);

    /** Whether that change was kept: the way out of an unknown outcome. */
    boolean holds(ChangeId change);

    /** Streams that match, in the order of their names. */
    List<StreamId> find(StreamQuery query);

    /**
     * The journal in the order of positions.
     *
     * @param after only positions greater than this; 0 for the beginning
     * @param limit at most so many; at least 1
     * @throws org.gridrollout.api.store.UnreadableRecordException if one of them was damaged beyond reading; it names the first
     */
    List<JournalRecord> journal(long after, int limit);

    /** One stream's part of the journal, in the order of positions; otherwise as {@link #journal(long, int)}. */
    List<JournalRecord> journal(StreamId stream, long after, int limit);

    /**
     * The journal's end: its last record's position and digest, or {@link JournalHead#EMPTY}. Kept by {@link #commit}, not
     * looked up, so that it tells of records that are gone. What is read from the journal afterwards goes at least that far.
     *
     * @throws org.gridrollout.api.store.UnreadableRecordException if it was damaged beyond reading
     */
    JournalHead head();

    /** Notices not marked delivered yet, in the order they were kept; at most {@code limit}, at least 1. */
    List<Notice> undelivered(int limit);

    /** Marks notices delivered by their keys; unknown keys are ignored. */
    void markDelivered(Collection<String> keys);

    /**
     * The latest {@code recordedAt} in the journal, so that time never runs backwards over a restart; absent while the
     * journal is empty.
     */
    Optional<Instant> latestInstant();
}
