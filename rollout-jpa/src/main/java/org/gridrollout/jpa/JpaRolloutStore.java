package org.gridrollout.jpa;

import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

/**
 * Keeps rollouts in the host's database. Thread-safe; any number of processes may share the tables. Holds nothing but the
 * factory, which stays the host's to close.
 *
 * <p>Each call is a transaction of its own on an entity manager of its own. A transaction that loses to another (a deadlock,
 * a serialization failure, a lock not had in time) is tried again, up to 30 times. Commits are serialised by one row lock,
 * which is what makes journal positions gapless and their hash chain one.
 *
 * <p>Instants that are not whole microseconds are refused with {@link org.gridrollout.api.InvalidValueException}. The tables
 * must be there: see {@link RolloutSchema}.
 */
public final class JpaRolloutStore implements RolloutStore {

    private final Transactions transactions;

    private JpaRolloutStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The store in the schema that connections are in by default.
     *
     * @param factory of a persistence unit with {@code RESOURCE_LOCAL} transactions; no mapping is needed in it
     */
    public static JpaRolloutStore on(EntityManagerFactory factory) {
        return new JpaRolloutStore(new OwnTransactions(factory, Tables.DEFAULT));
    }

    /** The store in a named schema, created there by {@link RolloutSchema#in}. */
    public static JpaRolloutStore on(EntityManagerFactory factory, String schema) {
        return new JpaRolloutStore(new OwnTransactions(factory, Tables.in(schema)));
    }

    @Override
    public Optional<Snapshot> load(StreamId stream) {
        return transactions.read(database -> new Streams(database).load(stream));
    }

    @Override
    public CommitResult commit(StoreChange change) {
        return transactions.write(change.id(), database -> new Commit(database, change).run());
    }

    @Override
    public boolean holds(ChangeId change) {
        return transactions.read(database -> Commit.position(database, change).isPresent());
    }

    @Override
    public List<StreamId> find(StreamQuery query) {
        return transactions.read(database -> new Streams(database).find(query));
    }

    @Override
    public List<JournalRecord> journal(long after, int limit) {
        requireAtLeastOne(limit);
        return transactions.read(database -> new Journal(database).after(after, limit));
    }

    @Override
    public List<JournalRecord> journal(StreamId stream, long after, int limit) {
        requireAtLeastOne(limit);
        return transactions.read(database -> new Journal(database).after(stream, after, limit));
    }

    @Override
    public JournalHead head() {
        return transactions.read(database -> Head.read(database).journal());
    }

    @Override
    public List<Notice> undelivered(int limit) {
        requireAtLeastOne(limit);
        return transactions.read(database -> new Outbox(database).undelivered(limit));
    }

    @Override
    public void markDelivered(Collection<String> keys) {
        List<String> delivered = List.copyOf(keys);
        transactions.write(database -> {
            new Outbox(database).delivered(delivered);
            return true;
        });
    }

    @Override
    public Optional<Instant> latestInstant() {
        return transactions.read(database -> Head.read(database).latest());
    }

    private static void requireAtLeastOne(int limit) {
        Violations.of("Limit")
                .unless(limit >= 1, "must be at least 1, was %d", limit)
                .throwIfAny();
    }
}
