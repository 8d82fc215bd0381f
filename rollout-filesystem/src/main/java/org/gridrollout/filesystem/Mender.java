package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Digests;

/**
 * Puts whole content in the place of damaged. What is replaced is never thrown away but moved to a directory that nothing
 * reads. Each step alone is harmless, so it may be cut off anywhere.
 */
final class Mender {

    private final Path root;
    private final Pool pool;
    private final Disk disk;

    Mender(Path root, Pool pool, Disk disk) {
        this.root = root;
        this.pool = pool;
        this.disk = disk;
    }

    /** Where damaged files go. */
    Path quarantine() {
        return root.resolve("quarantine");
    }

    /** Puts a whole copy from a tree into the pool, or else takes the corrupt one out of it. */
    boolean replaceInPool(Sha256 sha256) throws IOException {
        Path file = pool.path(sha256);
        if (!Files.exists(file) || isWhole(file, sha256)) {
            return true;
        }
        isolate(file);
        for (Path each : new Copies(root).of(sha256)) {
            if (isWhole(each, sha256)) {
                return putInPool(sha256, each);
            }
        }
        disk.delete(file);
        disk.syncDirectory(pool.shard(sha256));
        return false;
    }

    /** Lets the pool have what a tree has. */
    boolean putInPool(Sha256 sha256, Path whole) throws IOException {
        disk.createDirectories(pool.shard(sha256));
        return put(whole, pool.path(sha256));
    }

    /** Lets a tree have what the pool has. */
    boolean putInTree(Path file, Sha256 sha256) throws IOException {
        disk.createDirectories(file.resolveSibling(""));
        return put(pool.path(sha256), file);
    }

    /** Gives a damaged file a second name, out of the way; it can be overwritten then. */
    void isolate(Path damaged) throws IOException {
        disk.createDirectories(quarantine());
        disk.link(quarantine().resolve(UUID.randomUUID() + "-" + damaged.getFileName()), damaged);
        disk.syncDirectory(quarantine());
    }

    private boolean put(Path whole, Path place) throws IOException {
        Incoming.Locked temporary = pool.link(whole);
        try (FileChannel channel = temporary.channel()) {
            disk.sync(channel, temporary.file());
            disk.rename(temporary.file(), place);
        } finally {
            disk.delete(temporary.file()); // renaming one name of a file over another leaves both
        }
        disk.syncDirectory(place.resolveSibling(""));
        return true;
    }

    private static boolean isWhole(Path file, Sha256 sha256) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Digests.of(in).equals(sha256);
        }
    }
}
