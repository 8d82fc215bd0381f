package org.gridrollout.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A host's factory whose transactions fail at their end as told, and which counts what was begun and ended. */
final class FailingFactory {

    /** When the commit breaks. */
    enum Moment {
        BEFORE_IT_IS_DONE,
        AFTER_IT_WAS_DONE
    }

    final AtomicInteger begun = new AtomicInteger();
    private final EntityManagerFactory real;
    private final Moment moment;
    private final RuntimeException failure;
    private final AtomicInteger failuresLeft;

    FailingFactory(EntityManagerFactory real, Moment moment, RuntimeException failure, int times) {
        this.real = real;
        this.moment = moment;
        this.failure = failure;
        this.failuresLeft = new AtomicInteger(times);
    }

    EntityManagerFactory factory() {
        return replacing(EntityManagerFactory.class, real, "createEntityManager", this::entityManager);
    }

    private Object entityManager() {
        EntityManager entityManager = real.createEntityManager();
        return replacing(EntityManager.class, entityManager, "getTransaction", () -> {
            begun.incrementAndGet();
            EntityTransaction transaction = entityManager.getTransaction();
            return replacing(EntityTransaction.class, transaction, "commit", () -> commit(transaction));
        });
    }

    private Object commit(EntityTransaction transaction) {
        boolean fails = failuresLeft.getAndDecrement() > 0;
        if (!fails || moment == Moment.AFTER_IT_WAS_DONE) {
            transaction.commit();
        }
        if (fails) {
            throw failure;
        }
        return null;
    }

    private interface Replacement {
        Object call();
    }

    private static <T> T replacing(Class<T> type, T real, String method, Replacement replacement) {
        InvocationHandler handler = (proxy, called, arguments) -> {
            if (called.getName().equals(method)) {
                return replacement.call();
            }
            try {
                return called.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
