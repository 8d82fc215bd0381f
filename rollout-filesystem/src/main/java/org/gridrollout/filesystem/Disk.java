package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gridrollout.filesystem.Aside.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every change this module makes to the file system goes through here. Thread-safe. */
final class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private final Durability durability;
    private final Steps steps;

    /** Directories that this object has seen put on the disk. */
    private final Set<Path> onDisk = ConcurrentHashMap.newKeySet();

    Disk(Durability durability, Steps steps) {
        this.durability = durability;
        this.steps = steps;
    }

    /**
     * Takes a directory that is there as the ground everything else is built on, and puts it and those above it on the
     * disk, as far as they may be opened: whoever made them may have been stopped before doing so.
     */
    void standOn(Path ground) throws IOException {
        for (Path each = ground.getParent(); each != null; each = each.getParent()) {
            try {
                syncDirectory(each);
            } catch (AccessDeniedException e) {
                LOG.debug("{} is not ours to sync", each, e);
            }
        }
        onDisk.add(ground);
    }

    /** Creates a directory and those above it; each is on the disk when this returns, whoever made it. */
    void createDirectories(Path directory) throws IOException {
        boolean there = Files.isDirectory(directory);
        if (there && onDisk.contains(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        if (!there) {
            createDirectory(directory);
        }
        if (parent != null) {
            syncDirectory(parent); // also if it was there: its maker may have been stopped before this
        }
        onDisk.add(directory);
    }

    /** Creates a directory, or finds it there; its name is not on the disk yet. */
    void createDirectory(Path directory) throws IOException {
        steps.before("create directory " + directory);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** A new file; its content is on the disk when the stream is closed without error, its name is not. */
    OutputStream create(Path file) throws IOException {
        return create(file, Step::take, Long.MAX_VALUE);
    }

    /** A new file; when the stream is closed its content is on its way to the disk, and there once the syncs have ended. */
    OutputStream create(Path file, Aside syncs) throws IOException {
        return create(file, syncs::begin, SyncedFile.STRIDE);
    }

    private OutputStream create(Path file, SyncedFile.Beginning beginning, long stride) throws IOException {
        steps.before("create " + file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new SyncedFile(channel, () -> sync(channel, file), beginning, stride);
    }

    /** A new file with that content, on the disk; its name is not. */
    void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = create(file)) {
            steps.before("write " + file);
            out.write(content);
        }
    }

    /** A new file with that content, which is on the disk once the syncs have ended; its name is not. */
    void write(Path file, byte[] content, Aside syncs) throws IOException {
        try (OutputStream out = create(file, syncs)) {
            steps.before("write " + file);
            out.write(content);
        }
    }

    /** Puts a file in place at once, over what may be there, on the disk with its name. */
    void replace(Path file, Path temporary, byte[] content) throws IOException {
        delete(temporary);
        write(temporary, content);
        rename(temporary, file);
        syncDirectory(parentOf(file));
    }

    /** Renames at once, over what may be there. */
    void rename(Path from, Path to) throws IOException {
        steps.before("rename " + from + " to " + to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void link(Path link, Path existing) throws IOException {
        steps.before("link " + link);
        Files.createLink(link, existing);
    }

    void symbolicLink(Path link, Path target) throws IOException {
        steps.before("symbolic link " + link);
        Files.createSymbolicLink(link, target);
    }

    /** Makes a file as young as that instant. */
    void touch(Path file, Instant now) throws IOException {
        steps.before("touch " + file);
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    void delete(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            steps.before("delete " + file);
            Files.deleteIfExists(file);
        }
    }

    /** Deletes a directory with what is in it; follows no links. */
    void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(directory)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            delete(each);
        }
    }

    /** Puts the content of a file on the disk, whoever wrote it. */
    void syncFile(Path file) throws IOException {
        force(file);
    }

    void sync(FileChannel channel, Path file) throws IOException {
        if (durability == Durability.SYNCED) {
            steps.before("sync " + file);
            channel.force(true);
        }
    }

    /** Forces every name below to the disk, whoever gave it. */
    void syncDirectories(Path top) throws IOException {
        syncDirectory(top);
        for (Path each : Trees.entries(top)) {
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                syncDirectories(each);
            }
        }
    }

    /** Puts names created, renamed or deleted in a directory on the disk. */
    void syncDirectory(Path directory) throws IOException {
        force(directory);
    }

    private void force(Path path) throws IOException {
        if (durability == Durability.SYNCED) {
            steps.before("sync " + path);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no directory");
        }
        return parent;
    }
}
