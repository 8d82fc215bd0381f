package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk from the root along a path, through the symbolic links on the way. */
final class Lookup {

    /** What Linux says where a file is on the way. */
    static final String NOT_A_DIRECTORY = "Not a directory";

    private static final int MAX_LINKS = 40; // as Linux

    private final DirectoryNode root;
    private final DiskPath asked;
    private final boolean followLast;
    private final Deque<String> left = new ArrayDeque<>();
    private final List<DirectoryNode> directories = new ArrayList<>();
    private final List<String> real = new ArrayList<>();
    private int links;

    private Lookup(DirectoryNode root, DiskPath asked, boolean followLast) {
        this.root = root;
        this.asked = asked;
        this.followLast = followLast;
        asked.toAbsolutePath().names().stream().filter(Lookup::leads).forEach(left::add);
        directories.add(root);
    }

    /** @param followLast whether a symbolic link at the very end is followed, too */
    static Place of(DirectoryNode root, DiskPath path, boolean followLast) throws IOException {
        return new Lookup(root, path, followLast).walk();
    }

    private Place walk() throws IOException {
        while (!left.isEmpty()) {
            String name = left.pop();
            Node node = here().get(name);
            if (name.equals("..")) {
                up();
            } else if (node instanceof LinkNode link && (followLast || !left.isEmpty())) {
                follow(link);
            } else if (left.isEmpty()) {
                return new Place(asked, realPath(name), here(), name, node);
            } else {
                down(name, node);
            }
        }
        return atDirectory();
    }

    /** Whether a name leads anywhere but to where one is. */
    private static boolean leads(String name) {
        return !name.isEmpty() && !name.equals(".");
    }

    private DirectoryNode here() {
        return directories.get(directories.size() - 1);
    }

    private void up() {
        if (directories.size() > 1) {
            directories.remove(directories.size() - 1);
            real.remove(real.size() - 1);
        }
    }

    private void down(String name, @Nullable Node node) throws IOException {
        if (node == null) {
            throw new NoSuchFileException(asked.toString());
        } else if (node instanceof DirectoryNode directory) {
            directories.add(directory);
            real.add(name);
        } else {
            throw new FileSystemException(asked.toString(), null, NOT_A_DIRECTORY);
        }
    }

    private void follow(LinkNode link) throws IOException {
        if (++links > MAX_LINKS) {
            throw new FileSystemException(asked.toString(), null, "Too many levels of symbolic links");
        }
        DiskPath target = asked.getFileSystem().getPath(link.target());
        if (target.isAbsolute()) {
            directories.clear();
            real.clear();
            directories.add(root);
        }
        List<String> names = target.names().stream().filter(Lookup::leads).toList();
        for (int i = names.size() - 1; i >= 0; i--) {
            left.push(names.get(i));
        }
    }

    /** The path ended in a directory by itself or by going up. */
    private Place atDirectory() {
        int depth = directories.size();
        if (depth == 1) {
            return new Place(asked, asked.getFileSystem().absolute(List.of()), root, "", root);
        }
        return new Place(
                asked,
                asked.getFileSystem().absolute(real),
                directories.get(depth - 2),
                real.get(depth - 2),
                directories.get(depth - 1));
    }

    private DiskPath realPath(String last) {
        List<String> names = new ArrayList<>(real);
        names.add(last);
        return asked.getFileSystem().absolute(names);
    }
}
