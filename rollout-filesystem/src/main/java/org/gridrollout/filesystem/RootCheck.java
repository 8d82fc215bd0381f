package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.gridrollout.api.spi.RepositoryException;

/** Tries, in a directory of its own, everything that publishing will ask of the file system. */
final class RootCheck {

    /** How the directory that things are tried in is called. */
    static final String PREFIX = ".check-";

    private static final String SYNCING = "syncing of directories";

    private RootCheck() {}

    static void run(Path root, Durability durability) throws IOException {
        Path directory = Files.createDirectory(root.resolve(PREFIX + UUID.randomUUID()));
        try {
            Path file = Files.createFile(directory.resolve("file"));
            require(root, "locks on files", () -> lock(file));
            require(root, "hard links", () -> Files.createLink(directory.resolve("hard"), file));
            require(root, "symbolic links", () -> symbolicLink(directory));
            require(root, "atomic moves over an existing symbolic link", () -> swap(directory));
            if (durability == Durability.SYNCED) {
                require(root, SYNCING, () -> sync(directory));
            }
        } finally {
            new Disk(Durability.UNSYNCED, Steps.UNWATCHED).deleteTree(directory);
        }
    }

    private static void require(Path root, String what, Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
            throw missing(root, what, e);
        } catch (FileSystemException e) {
            if (Trouble.passes(e)) { // says nothing of what the file system offers
                throw e;
            }
            throw missing(root, what, e);
        }
    }

    private static RepositoryException missing(Path root, String what, Exception cause) {
        String alternative =
                what.equals(SYNCING) ? ", or open it unsynced if losing it to a power failure is no matter" : "";
        return new RepositoryException(
                "The file system of " + root + " does not offer " + what + " (" + cause
                        + "), which publishing needs; choose a directory on one that does, such as ext4 or XFS"
                        + alternative,
                cause);
    }

    private static void lock(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.lock().release();
        }
    }

    private static void symbolicLink(Path directory) throws IOException {
        for (String each : new String[] {"link", "next"}) {
            Files.createSymbolicLink(
                    directory.resolve(each), directory.getFileSystem().getPath("to-" + each));
        }
    }

    private static void swap(Path directory) throws IOException {
        Path link = directory.resolve("link");
        Files.move(
                directory.resolve("next"), link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (!Files.readSymbolicLink(link).toString().equals("to-next")) {
            throw new FileSystemException(link.toString(), null, "was not replaced");
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}
