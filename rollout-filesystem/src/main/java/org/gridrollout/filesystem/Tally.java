package org.gridrollout.filesystem;

import java.util.concurrent.atomic.AtomicLong;
import org.gridrollout.filesystem.upkeep.Progress;

/**
 * How far a job is that several threads do. Only the thread that began it tells: it is the host's, and may hold what whoever
 * is told waits for. Thread-safe.
 */
final class Tally {

    private final Progress progress;
    private final String activity;
    private final long total;
    private final Thread teller = Thread.currentThread();
    private final AtomicLong done = new AtomicLong();
    private long told;

    /** Tells that it begins. */
    Tally(Progress progress, String activity, long total) {
        this.progress = progress;
        this.activity = activity;
        this.total = total;
        progress.reached(activity, 0, total);
    }

    /** One piece more is done. */
    void next() {
        done.incrementAndGet();
        if (Thread.currentThread() == teller) {
            tell();
        }
    }

    /** Nobody is at it any more; by the thread that began it. */
    void end() {
        tell();
    }

    private void tell() {
        while (told < done.get()) {
            progress.reached(activity, ++told, total);
        }
    }
}
