package org.gridrollout.filesystem;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that help where a host names none. Not the common pool, which has as many as there are processors: a thread
 * that waits for the disk would take one from whoever computes.
 */
final class HelperThreads {

    /** More than this and they refuse, so that the caller does it. */
    private static final int MOST = 4 * Runtime.getRuntime().availableProcessors() + 8;

    private static final int IDLE_SECONDS = 5;

    static final Executor POOL = new ThreadPoolExecutor(
            0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), HelperThreads::daemon);

    private HelperThreads() {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "grid-rollout-helper");
        thread.setDaemon(true);
        return thread;
    }
}
