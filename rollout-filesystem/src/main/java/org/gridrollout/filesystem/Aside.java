package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside a thread's own work: begun piece by piece, done by whoever helps, and by the one who waits for it as
 * far as nobody does. Threads that wait for a disk stand in nobody's way, so there is one for every piece where the
 * executor has them. Thread-safe.
 */
final class Aside {

    private final Workers workers;
    private final Deque<Step> waiting = new ArrayDeque<>();
    private int unfinished;
    private @Nullable Throwable failure;

    Aside(Workers workers) {
        this.workers = workers;
    }

    /**
     * Has it done, at the latest by {@link #end}.
     *
     * @throws IOException or whatever else failed already; then it is not begun
     */
    void begin(Step step) throws IOException {
        synchronized (this) {
            throwFailure();
            waiting.add(step);
            unfinished++;
        }
        workers.help(this::takeOne);
    }

    /** Does that now; what fails is what {@link #end} throws, unless something failed before. */
    void attempt(Step step) {
        try {
            step.take();
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Does what nobody has come to, waits for what is under way, and throws what failed first. */
    void end() throws IOException {
        boolean interrupted = false;
        while (isUnfinished()) {
            if (!takeOne()) {
                interrupted |= awaitOne();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwFailure();
    }

    private boolean takeOne() {
        Step step;
        synchronized (this) {
            step = waiting.poll();
        }
        if (step == null) {
            return false;
        }
        attempt(step);
        synchronized (this) {
            unfinished--;
            notifyAll();
        }
        return true;
    }

    private synchronized boolean isUnfinished() {
        return unfinished > 0;
    }

    /** Whether the wait was interrupted; what is under way may be writing, so that is no reason to go. */
    private synchronized boolean awaitOne() {
        boolean interrupted = false;
        while (unfinished > 0 && waiting.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }

    private synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    private synchronized void throwFailure() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure != null) {
            throw (Error) Objects.requireNonNull(failure);
        }
    }

    /** One piece of work. */
    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }
}
