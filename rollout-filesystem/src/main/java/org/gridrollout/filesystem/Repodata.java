package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gridrollout.filesystem.yum.Digests;

/**
 * The directory of a tree that clients read. It stays from one generation to the next: index files lie in it under names
 * that say what is in them, as long as any client may ask for them; what clients read first are symbolic links that lead
 * through {@link Tree#link()}, so that one rename changes all of them at once.
 */
final class Repodata {

    /** What clients read first. */
    static final String REPOMD = "repomd.xml";

    /** Its signature, and the key of that; each is there if it was made. */
    static final String SIGNATURE = "repomd.xml.asc";

    static final String KEY = "repomd.xml.key";

    /** What is a generation's own, with the same name in its directory. */
    static final List<String> FIRST_READ = List.of(REPOMD, SIGNATURE, KEY);

    private static final Pattern INDEX = Pattern.compile("[0-9a-f]{64}-.+");

    private final Tree tree;
    private final Disk disk;

    Repodata(Tree tree, Disk disk) {
        this.tree = tree;
        this.disk = disk;
    }

    private static boolean isIndex(Path file) {
        return INDEX.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Whether an index file is there and has the content that its name says. */
    static boolean isWhole(Path index) throws IOException {
        try (InputStream in = Files.newInputStream(index)) {
            return String.valueOf(index.getFileName()).startsWith(Digests.of(in) + "-");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** All index files that are there, of whatever generation. */
    static List<Path> indexes(Tree tree) throws IOException {
        return Trees.entries(tree.repodata()).stream().filter(Repodata::isIndex).toList();
    }

    /** Makes it, unless it is there. Its name is on the disk then; that of what clients read first is not. */
    void make() throws IOException {
        if (Files.isSymbolicLink(tree.repodata())) {
            throw inTheWay(tree.repodata());
        }
        disk.createDirectories(tree.repodata());
        serve(REPOMD);
    }

    /** Has clients read the current generation's file of that name, now and for ever; its name is not on the disk yet. */
    void serve(String name) throws IOException {
        Path link = tree.repodata().resolve(name);
        Served served = look(name);
        if (served == Served.NOT) {
            disk.symbolicLink(link, target(name));
        } else if (served == Served.OTHERWISE) {
            throw inTheWay(link);
        }
    }

    /** Whether clients that ask for that name get the current generation's. */
    Served look(String name) throws IOException {
        try {
            Path target = Files.readSymbolicLink(tree.repodata().resolve(name));
            return target.equals(target(name)) ? Served.AS_INTENDED : Served.OTHERWISE;
        } catch (NoSuchFileException e) {
            return Served.NOT;
        } catch (NotLinkException e) {
            return Served.OTHERWISE;
        }
    }

    /** What clients find under a name. */
    enum Served {
        NOT,
        AS_INTENDED,
        OTHERWISE
    }

    /**
     * Moves in an index file of that generation's directory; its name is not on the disk yet. If one of that name is there,
     * clients may be reading it, so what takes its place is on the disk before.
     */
    void place(Path file) throws IOException {
        Path served = tree.repodata().resolve(String.valueOf(file.getFileName()));
        if (Files.exists(served, LinkOption.NOFOLLOW_LINKS)) {
            disk.syncFile(file);
        }
        disk.rename(file, served);
    }

    /**
     * Has an index file with that content, by way of a generation's directory if it is not there; on the disk once the syncs
     * have ended, its name not.
     */
    void put(Path file, byte[] content, Aside syncs) throws IOException {
        Path served = tree.repodata().resolve(String.valueOf(file.getFileName()));
        if (holds(served, content)) {
            syncs.begin(() -> disk.syncFile(served)); // whoever wrote it may have been stopped before this
        } else {
            disk.write(file, content, syncs);
            place(file);
        }
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        try {
            return Arrays.equals(Files.readAllBytes(file), content);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Relative, so that the tree can be moved or mirrored. */
    private Path target(String name) {
        return tree.repodata().relativize(tree.link()).resolve(name);
    }

    private static IOException inTheWay(Path path) {
        return new IOException(path + " is in the way: it was not put there by this library; move it away");
    }
}
