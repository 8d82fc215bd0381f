package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gridrollout.api.spi.RepositoryException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps content from being deleted between the look that finds it and the link or touch that keeps it: those who use the
 * pool share this lock, whoever deletes has it alone. One per pool and virtual machine, since file locks do not tell
 * threads apart.
 */
final class PoolLock {

    private static final Map<Path, PoolLock> LOCKS = new ConcurrentHashMap<>();

    private final LockFile file;
    private final ReentrantReadWriteLock threads = new ReentrantReadWriteLock(true);
    private final ReentrantLock gate = new ReentrantLock();
    private int sharing;
    private @Nullable FileChannel shared;

    private PoolLock(Path path) {
        this.file = new LockFile(path);
    }

    /** The lock of the repository under that real path. */
    static PoolLock under(Path root) {
        return LOCKS.computeIfAbsent(root.resolve("locks").resolve("pool.lock"), PoolLock::new);
    }

    /** Works beside others who use the pool. */
    <T> T sharing(Duration patience, DiskWork<T> work) throws IOException {
        return holding(threads.readLock(), patience, () -> {
            enter(patience);
            try {
                return work.run();
            } finally {
                leave();
            }
        });
    }

    /** Works while nobody else uses the pool. */
    <T> T alone(Duration patience, String owner, DiskWork<T> work) throws IOException {
        return holding(threads.writeLock(), patience, () -> {
            FileChannel held = file.alone(patience, owner);
            try {
                return work.run();
            } finally {
                held.close();
            }
        });
    }

    private <T> T holding(Lock lock, Duration patience, Held<T> work) throws IOException {
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RepositoryException("The pool is in use by other threads here for more than "
                        + Span.inWords(patience) + "; try again later");
            }
            try {
                return work.run();
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException("Interrupted while waiting for the pool's lock", e);
        }
    }

    private void enter(Duration patience) throws IOException, InterruptedException {
        gate.lockInterruptibly();
        try {
            if (sharing == 0) {
                shared = file.shared(patience);
            }
            sharing++;
        } finally {
            gate.unlock();
        }
    }

    private void leave() throws IOException {
        gate.lock();
        try {
            sharing--;
            if (sharing == 0 && shared != null) {
                shared.close();
                shared = null;
            }
        } finally {
            gate.unlock();
        }
    }

    private interface Held<T> {
        T run() throws IOException, InterruptedException;
    }
}
