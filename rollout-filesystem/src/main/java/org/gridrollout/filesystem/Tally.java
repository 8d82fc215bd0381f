package org.gridrollout.filesystem;

import org.gridrollout.filesystem.upkeep.Progress;

/** How far a job is that several threads do: told by whoever did the last piece, by one at a time. Thread-safe. */
final class Tally {

    private final Progress progress;
    private final String activity;
    private final long total;
    private long done;

    /** Tells that it begins. */
    Tally(Progress progress, String activity, long total) {
        this.progress = progress;
        this.activity = activity;
        this.total = total;
        progress.reached(activity, 0, total);
    }

    /** One piece more is done. */
    synchronized void next() {
        progress.reached(activity, ++done, total);
    }
}
