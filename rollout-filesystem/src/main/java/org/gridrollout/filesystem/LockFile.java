package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.gridrollout.api.spi.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that processes lock. The operating system drops the lock with the process that holds it, however that ends; the
 * file stays, and says who had it last. Keeps out processes only, not threads.
 */
final class LockFile {

    private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);
    private static final long LONGEST_PAUSE_MILLIS = 20;
    private static final long WHOLE_FILE = Long.MAX_VALUE;

    private final Path path;

    LockFile(Path path) {
        this.path = path;
    }

    /** Waits for the lock; closing what this returns gives it back. */
    FileChannel alone(Duration patience, String owner) throws IOException, InterruptedException {
        FileChannel channel = wait(patience, false);
        try {
            sign(channel, owner);
        } catch (IOException e) {
            // a full disk must not keep anyone from collecting garbage: the lock holds without its owner's name
            LOG.debug("Cannot write the owner into lock {}", path, e);
        }
        return channel;
    }

    /** The same beside others who share it. */
    FileChannel shared(Duration patience) throws IOException, InterruptedException {
        return wait(patience, true);
    }

    /** Who had it last, for a person. */
    String owner() {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            return "a process that " + path + " does not name";
        }
    }

    private FileChannel wait(Duration patience, boolean shared) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
                if (channel.tryLock(0, WHOLE_FILE, shared) != null) {
                    return channel;
                }
                if (System.nanoTime() >= deadline) {
                    throw new RepositoryException("Lock " + path + " is held by " + owner() + " for more than "
                            + Span.inWords(patience) + "; wait for that process or end it, the lock goes with it");
                }
                Thread.sleep(pause);
            }
        } catch (IOException | RuntimeException | InterruptedException e) {
            channel.close();
            throw e;
        }
    }

    private static void sign(FileChannel channel, String owner) throws IOException {
        byte[] line = (owner + "\n").getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(line), 0);
        channel.truncate(line.length);
    }
}
