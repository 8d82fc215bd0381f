package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.gridrollout.api.spi.RepositoryException;

/**
 * One writer per published tree across threads and processes. The operating system drops the lock with the process that
 * holds it, however that ends; the file stays, and says who had it last.
 */
final class WriterLock {

    /** File locks belong to the whole virtual machine: its threads need one of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final long LONGEST_PAUSE_MILLIS = 20;

    private WriterLock() {}

    /**
     * Waits for the lock, works, and gives it back.
     *
     * @throws RepositoryException if it is not free in time, or the thread is interrupted
     */
    static <T> T holding(Path file, Duration patience, DiskWork<T> work) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        ReentrantLock thread = THREADS.computeIfAbsent(file, key -> new ReentrantLock());
        try {
            if (!thread.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RepositoryException("Another thread has been writing under " + file + " for " + patience);
            }
            try (FileChannel channel = lock(file, deadline, patience)) {
                sign(channel);
                return work.run();
            } finally {
                thread.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException("Interrupted while waiting for the writer's lock " + file, e);
        }
    }

    private static FileChannel lock(Path file, long deadline, Duration patience)
            throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return channel;
                }
                if (System.nanoTime() >= deadline) {
                    throw new RepositoryException("Writer's lock " + file + " is held by "
                            + Files.readString(file).strip() + " for more than " + patience
                            + "; wait for that process or end it, the lock goes with it");
                }
                Thread.sleep(pause);
            }
        } catch (IOException | RuntimeException | InterruptedException e) {
            channel.close();
            throw e;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String owner = "process " + ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
        channel.truncate(owner.length());
    }
}
