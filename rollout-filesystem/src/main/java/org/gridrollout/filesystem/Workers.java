package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does independent pieces of work at once: on the host's executor as far as that is free, and always on the caller's own
 * thread, so that an executor that never gets to it costs time, nothing else. Thread-safe.
 */
final class Workers {

    private final Executor executor;
    private final int helpers;

    /** @param helpers how many threads work besides the caller's, at most */
    Workers(Executor executor, int helpers) {
        this.executor = executor;
        this.helpers = helpers;
    }

    /** Does the work for every item; after a failure begins no more, waits for what is under way, and throws the first. */
    <T> void forEach(List<T> items, Work<? super T> work) throws IOException {
        Shift<T> shift = new Shift<>(items, work);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < Math.min(helpers, items.size() - 1); i++) {
            help(shift::work).ifPresent(calls::add);
        }
        shift.work();
        calls.forEach(Call::cancel);
        shift.end();
    }

    /** Goes on with all of them to their ends; after a failure does no more pieces, waits, and throws the first. */
    void weave(List<? extends Strand> strands) throws IOException {
        Loom loom = new Loom(strands);
        forEach(Collections.nCopies(strands.size(), loom), Loom::weave);
    }

    /**
     * Does the caller's own work, and beside it what that begins; returns when all of it has ended, and throws what failed
     * first. Where the executor works on the caller's thread, what is begun is done at once.
     */
    <T> T beside(Accompanied<T> own) throws IOException {
        Aside aside = new Aside(this);
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        aside.attempt(() -> result.set(own.with(aside)));
        aside.end();
        return Objects.requireNonNull(result.get());
    }

    /** Asks for one more thread; none may come. Empty if that is sure. */
    Optional<Call> help(Runnable work) {
        Call call = new Call(work);
        try {
            executor.execute(call);
            return Optional.of(call);
        } catch (RejectedExecutionException e) {
            return Optional.empty(); // the host is shutting down, or its threads are busy
        }
    }

    /** Work that may wait in the host's queue long after it is of use; what it needs must not stay in memory with it. */
    static final class Call implements Runnable {

        private final AtomicReference<@Nullable Runnable> work;

        Call(Runnable work) {
            this.work = new AtomicReference<>(work);
        }

        @Override
        public void run() {
            Runnable mine = work.getAndSet(null);
            if (mine != null) {
                mine.run();
            }
        }

        /** Nobody is to come to it any more. */
        void cancel() {
            work.set(null);
        }
    }

    /** What is done with one item. */
    @FunctionalInterface
    interface Work<T> {
        void on(T item) throws IOException;
    }

    /** Work with a result that may begin more beside itself. */
    @FunctionalInterface
    interface Accompanied<T> {
        T with(Aside aside) throws IOException;
    }

    private static final class Shift<T> {

        private final List<T> items;
        private final Work<? super T> work;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch done;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Shift(List<T> items, Work<? super T> work) {
            this.items = items;
            this.work = work;
            this.done = new CountDownLatch(items.size());
        }

        void work() {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                attempt(items.get(i));
                done.countDown();
            }
        }

        /** Unless something failed already. */
        private void attempt(T item) {
            try {
                if (failure.get() == null) {
                    work.on(item);
                }
            } catch (Throwable e) { // the host's own code is called as well, and some languages check nothing
                failure.compareAndSet(null, e);
            }
        }

        void end() throws IOException {
            awaitUninterruptibly(done); // what is under way may be writing
            Throwable first = failure.get();
            if (first instanceof IOException e) {
                throw e;
            } else if (first instanceof RuntimeException e) {
                throw e;
            } else if (first instanceof Error e) {
                throw e;
            } else if (first != null) {
                throw new IllegalStateException(first);
            }
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            boolean interrupted = false;
            while (true) {
                try {
                    latch.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
