package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Temporary files of packages being taken in. Each is locked while its writer lives, so that whoever comes later can tell
 * an orphan of a killed process from a file in use, without asking about processes or times. Thread-safe.
 */
final class Incoming {

    /** Locks do not tell apart writers within one virtual machine. */
    private static final String OURS = UUID.randomUUID().toString();

    private static final int ATTEMPTS = 100;

    private final Path directory;
    private final Disk disk;

    Incoming(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** A new, empty, locked file; closing the channel unlocks it. */
    Locked create() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path file = name();
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                channel.lock();
                if (Files.exists(file)) {
                    return new Locked(file, channel);
                }
                channel.close(); // another process looked in between and took it for an orphan
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
        throw new IOException("Other processes delete what is created in " + directory);
    }

    /** A second name for a file, locked as well. */
    Locked link(Path existing) throws IOException {
        Path file = name();
        disk.link(file, existing);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            return new Locked(file, channel); // by the same content on its way here, which keeps others away as well
        }
        return new Locked(file, channel);
    }

    private Path name() {
        return directory.resolve(OURS + "." + UUID.randomUUID() + ".part");
    }

    /** Deletes what killed processes left. */
    void deleteOrphans() throws IOException {
        for (Path each : orphans()) {
            disk.delete(each);
        }
    }

    /** What killed processes left. */
    List<Path> orphans() throws IOException {
        List<Path> orphans = new ArrayList<>();
        for (Path each : Trees.entries(directory)) {
            String name = String.valueOf(each.getFileName());
            if (name.endsWith(".part") && !name.startsWith(OURS) && isOrphan(each)) {
                orphans.add(each);
            }
        }
        return orphans;
    }

    private static boolean isOrphan(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return false; // in use here, or gone meanwhile
        }
    }

    record Locked(Path file, FileChannel channel) {}
}
