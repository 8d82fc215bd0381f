package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.filesystem.upkeep.Garbage;
import org.gridrollout.filesystem.upkeep.GarbageReport;

/** Where garbage goes: away at once, or on a list only. Knows what the disk gains: a name is not always the last one. */
final class GarbageBin {

    private final Disk disk;
    private final boolean emptied;
    private final List<Garbage> garbage = new ArrayList<>();
    private final Map<Object, Integer> names = new HashMap<>();

    private GarbageBin(Disk disk, boolean emptied) {
        this.disk = disk;
        this.emptied = emptied;
    }

    /** Deletes what is put in. */
    static GarbageBin emptied(Disk disk) {
        return new GarbageBin(disk, true);
    }

    /** Leaves everything where it is. */
    static GarbageBin listed(Disk disk) {
        return new GarbageBin(disk, false);
    }

    /** Puts in a file, a link, or a directory with all that is in it; nothing if it is gone already. */
    void put(Garbage.Kind kind, Path path, String why) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        note(kind, path, why);
        if (emptied) {
            disk.deleteTree(path);
        }
    }

    /** Says that something goes without taking it; whoever says so does, if this is emptied. */
    void note(Garbage.Kind kind, Path path, String why) throws IOException {
        garbage.add(new Garbage(kind, path, weigh(path), why));
    }

    boolean isEmptied() {
        return emptied;
    }

    GarbageReport report() {
        return new GarbageReport(garbage);
    }

    private long weigh(Path path) throws IOException {
        if (emptied && countsNames(path)) {
            names.clear(); // what was taken before is not counted by the disk any more
        }
        Weight weight = new Weight();
        Files.walkFileTree(path, weight);
        return weight.bytes;
    }

    /** Whether the file system tells how many names a file has. */
    private static boolean countsNames(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private final class Weight extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && isLastName(file, attributes)) {
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            if (cause instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // gone meanwhile
            }
            throw cause;
        }

        private boolean isLastName(Path file, BasicFileAttributes attributes) throws IOException {
            Object key = attributes.fileKey() == null ? file : attributes.fileKey();
            int taken = names.merge(key, 1, Integer::sum);
            if (!countsNames(file)) {
                return taken == 1;
            }
            int left = (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
            return left == taken;
        }
    }
}
