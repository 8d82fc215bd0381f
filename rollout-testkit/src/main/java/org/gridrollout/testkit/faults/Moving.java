package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** Moving and copying, in the steps in which the default provider takes them on Linux. */
final class Moving {

    private final FaultyDisk disk;
    private final Set<CopyOption> options;

    Moving(FaultyDisk disk, CopyOption... options) {
        this.disk = disk;
        this.options = Set.copyOf(List.of(options));
    }

    void move(DiskPath source, DiskPath target) throws IOException {
        Place from = disk.volume().find(source, false);
        if (!options.contains(StandardCopyOption.ATOMIC_MOVE)) {
            from.required(); // rename(2) itself looks at both directories first
        }
        Place to = disk.volume().find(target, false);
        Node node = from.required();
        if (node.equals(to.node())) {
            return; // two names of one file stay two
        }
        if (!options.contains(StandardCopyOption.ATOMIC_MOVE)) {
            makeRoom(to, target);
            disk.volume().find(source, false).required(); // the way there may have led through the target
        }
        if (to.real().startsWith(from.real())) {
            throw new FileSystemException(source.toString(), target.toString(), "Invalid argument");
        }
        requireReplaceable(disk.volume().find(target, false), node);
        disk.step(Step.Kind.RENAME, target);
        disk.volume().rename(from, disk.volume().find(target, false), node);
    }

    void copy(DiskPath source, DiskPath target) throws IOException {
        Place from = disk.volume().find(source, !options.contains(LinkOption.NOFOLLOW_LINKS));
        Node node = from.required();
        Place to = disk.volume().find(target, false);
        if (node.equals(to.node())) {
            return;
        }
        makeRoom(to, target);
        DiskProvider provider = target.getFileSystem().provider();
        if (node instanceof DirectoryNode) {
            provider.createDirectory(target);
        } else if (node instanceof LinkNode link) {
            disk.volume().find(source, false).required();
            provider.createSymbolicLink(target, target.getFileSystem().getPath(link.target()));
        } else {
            copyContent(source, target, provider);
        }
        if (options.contains(StandardCopyOption.COPY_ATTRIBUTES)) {
            disk.step(Step.Kind.SET_TIMES, target);
            disk.volume().find(target, false).required().modifiedAt(node.modified());
        }
    }

    private static void copyContent(DiskPath from, DiskPath to, DiskProvider provider) throws IOException {
        try (FileChannel in = provider.newFileChannel(from, Set.of(StandardOpenOption.READ));
                FileChannel out =
                        provider.newFileChannel(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            long done = 0;
            while (done < in.size()) {
                done += in.transferTo(done, in.size() - done, out);
            }
        }
    }

    private void requireReplaceable(Place to, Node node) throws IOException {
        Node there = to.node();
        String target = to.asked().toString();
        if (there instanceof DirectoryNode directory) {
            if (!(node instanceof DirectoryNode)) {
                throw new FileSystemException(target, null, "Is a directory");
            } else if (!directory.isEmpty()) {
                throw new FileSystemException(target, null, "Directory not empty");
            }
        } else if (there != null && node instanceof DirectoryNode) {
            throw new FileSystemException(target, null, Lookup.NOT_A_DIRECTORY);
        }
    }

    /** A step of its own: whoever leaves out ATOMIC_MOVE has a moment without either file. */
    private void makeRoom(Place to, DiskPath target) throws IOException {
        if (to.node() == null) {
            return;
        }
        if (!options.contains(StandardCopyOption.REPLACE_EXISTING)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        target.getFileSystem().provider().delete(target);
    }
}
