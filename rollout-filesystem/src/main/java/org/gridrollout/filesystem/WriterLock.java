package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.gridrollout.api.spi.RepositoryException;

/** One writer per published tree across threads and processes; its lock file says who, where, since when and what for. */
final class WriterLock {

    /** File locks belong to the whole virtual machine: its threads need one of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Disk disk;
    private final Duration patience;
    private final InstantSource clock;

    WriterLock(Disk disk, Duration patience, InstantSource clock) {
        this.disk = disk;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Waits for a tree's lock, works, and gives it back.
     *
     * @param what the work, {@code "publish voms-1 in beta el9/x86_64"}
     * @throws RepositoryException if it is not free in time, or the thread is interrupted
     */
    <T> T holding(Tree tree, String what, DiskWork<T> work) throws IOException {
        return holding(tree.lockFile(), what, work);
    }

    /** The same for what is written beside the trees. */
    <T> T holding(Path file, String what, DiskWork<T> work) throws IOException {
        disk.createDirectories(file.resolveSibling(""));
        ReentrantLock thread = THREADS.computeIfAbsent(file, key -> new ReentrantLock());
        LockFile lock = new LockFile(file);
        try {
            if (!thread.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RepositoryException("Lock " + file + " is held by another thread here, " + lock.owner()
                        + ", for more than " + Span.inWords(patience) + "; try again later");
            }
            try {
                return holding(lock.alone(patience, Owner.doing(what, clock.instant())), work);
            } finally {
                thread.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException("Interrupted while waiting for the writer's lock " + file, e);
        }
    }

    private static <T> T holding(FileChannel lock, DiskWork<T> work) throws IOException {
        try {
            return work.run();
        } finally {
            lock.close();
        }
    }
}
