package org.gridrollout.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridrollout.api.RolloutException;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.UnknownOutcomeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each piece of work in a transaction of ours, on an entity manager of ours. Only here is anything retried. */
final class OwnTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);
    private static final int MOST_TRIES = 30;

    private final EntityManagerFactory factory;
    private final Tables tables;

    OwnTransactions(EntityManagerFactory factory, Tables tables) {
        this.factory = factory;
        this.tables = tables;
    }

    @Override
    public <T> T read(Function<Database, T> work) {
        return retrying(work, failure -> Failure.of(failure).toStoreException());
    }

    @Override
    public <T> T write(Function<Database, T> work) {
        return retrying(work, failure -> Failure.of(failure).toStoreException());
    }

    @Override
    public <T> T write(ChangeId change, Function<Database, T> work) {
        return retrying(work, failure -> new UnknownOutcomeException(change, failure));
    }

    private <T> T retrying(Function<Database, T> work, Function<RuntimeException, StoreException> whenCommitFails) {
        for (int tried = 1; ; tried++) {
            try {
                return once(work, whenCommitFails);
            } catch (TryAgain again) {
                if (tried == MOST_TRIES) {
                    throw new StoreException(
                            "Given up after " + tried + " tries that lost to other transactions", again.lost);
                }
                LOG.debug("Lost to another transaction, trying again", again.lost);
                pause(tried);
            }
        }
    }

    private <T> T once(Function<Database, T> work, Function<RuntimeException, StoreException> whenCommitFails) {
        try (EntityManager entityManager = open()) {
            EntityTransaction transaction = begin(entityManager);
            T result;
            try {
                result = work.apply(new Database(entityManager, tables));
            } catch (RuntimeException e) {
                rollback(transaction, e);
                throw failed(e, Failure.of(e)::toStoreException);
            }
            try {
                transaction.commit();
            } catch (RuntimeException e) {
                rollback(transaction, e);
                throw failed(e, () -> whenCommitFails.apply(e));
            }
            return result;
        }
    }

    private EntityManager open() {
        try {
            return factory.createEntityManager();
        } catch (RuntimeException e) {
            throw Failure.of(e).toStoreException();
        }
    }

    private static EntityTransaction begin(EntityManager entityManager) {
        try {
            EntityTransaction transaction = entityManager.getTransaction();
            transaction.begin();
            return transaction;
        } catch (IllegalStateException e) {
            throw new StoreException(
                    "This persistence unit leaves transactions to a container; it needs transaction-type RESOURCE_LOCAL",
                    e);
        } catch (RuntimeException e) {
            throw Failure.of(e).toStoreException();
        }
    }

    private static RuntimeException failed(RuntimeException e, Supplier<StoreException> otherwise) {
        if (Failure.of(e).canBeTriedAgain()) {
            return new TryAgain(e);
        }
        return e instanceof RolloutException ? e : otherwise.get();
    }

    private static void rollback(EntityTransaction transaction, RuntimeException because) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            because.addSuppressed(e); // the connection is gone, and the transaction with it
        }
    }

    private static void pause(int tried) {
        long most = Math.min(1_000_000L << Math.min(tried, 8), 200_000_000L);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    /** Nothing was kept, and the same again may well succeed. */
    private static final class TryAgain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException lost;

        TryAgain(RuntimeException lost) {
            super(lost);
            this.lost = lost;
        }
    }
}
