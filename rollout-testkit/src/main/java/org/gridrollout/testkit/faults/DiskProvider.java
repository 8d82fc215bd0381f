package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link java.nio.file.Files} calls; every change is a step of its disk. */
final class DiskProvider extends FileSystemProvider {

    static final String SCHEME = "faulty";

    private final DiskFileSystem fileSystem;
    private final FaultyDisk disk;

    DiskProvider(DiskFileSystem fileSystem, FaultyDisk disk) {
        this.fileSystem = fileSystem;
        this.disk = disk;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("use FaultyDisk.empty()");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return fileSystem.getPath(uri.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        requireNone(attributes);
        OpenMode mode = OpenMode.of(options);
        boolean createNew = mode.writes() && options.contains(StandardOpenOption.CREATE_NEW);
        boolean follow = !createNew && !options.contains(LinkOption.NOFOLLOW_LINKS);
        synchronized (disk) {
            DiskPath own = DiskPath.cast(path);
            Place place = disk.volume().find(own, follow);
            if (createNew && place.node() != null) {
                throw new FileAlreadyExistsException(path.toString());
            }
            boolean create = createNew || (mode.writes() && options.contains(StandardOpenOption.CREATE));
            if (place.node() == null && create) {
                disk.step(Step.Kind.CREATE_FILE, path);
                disk.volume().set(place, new FileNode());
                place = disk.volume().find(own, follow);
            }
            return open(own, place.required(), mode, options.contains(StandardOpenOption.TRUNCATE_EXISTING));
        }
    }

    private FileChannel open(DiskPath path, Node node, OpenMode mode, boolean truncate) throws IOException {
        if (node instanceof FileNode file) {
            DiskChannel channel = new DiskChannel(disk, path, file, mode);
            if (truncate && mode.writes()) {
                channel.truncate(0);
            }
            return channel;
        } else if (node instanceof DirectoryNode directory && !mode.writes()) {
            return new DirectoryChannel(disk, path, directory);
        }
        String problem = node instanceof LinkNode ? "Too many levels of symbolic links" : "Is a directory";
        throw new FileSystemException(path.toString(), null, problem);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        synchronized (disk) {
            DirectoryNode directory = directory(path);
            return new Listing(directory.names().stream().map(path::resolve).toList(), filter);
        }
    }

    /** As the default provider, which blames the last name for a file on the way. */
    private DirectoryNode directory(Path path) throws IOException {
        try {
            return find(path, true).requiredDirectory();
        } catch (FileSystemException e) {
            if (Lookup.NOT_A_DIRECTORY.equals(e.getReason())) {
                throw new NotDirectoryException(path.toString());
            }
            throw e;
        }
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        requireNone(attributes);
        create(Step.Kind.CREATE_DIRECTORY, path, new DirectoryNode());
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        requireNone(attributes);
        create(Step.Kind.SYMBOLIC_LINK, link, new LinkNode(target.toString()));
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        synchronized (disk) {
            Node node = find(existing, false).required();
            if (node instanceof DirectoryNode && find(link, false).node() == null) {
                throw new FileSystemException(link.toString(), existing.toString(), "Operation not permitted");
            }
            create(Step.Kind.LINK, link, node);
        }
    }

    private void create(Step.Kind kind, Path path, Node node) throws IOException {
        synchronized (disk) {
            Place place = find(path, false);
            if (place.node() != null) {
                throw new FileAlreadyExistsException(path.toString());
            }
            disk.step(kind, path);
            disk.volume().set(place, node);
        }
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        synchronized (disk) {
            if (find(link, false).required() instanceof LinkNode found) {
                return fileSystem.getPath(found.target());
            }
            throw new NotLinkException(link.toString());
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        synchronized (disk) {
            Place place = find(path, false);
            if (place.required() instanceof DirectoryNode directory && !directory.isEmpty()) {
                throw new DirectoryNotEmptyException(path.toString());
            }
            disk.step(Step.Kind.DELETE, path);
            disk.volume().set(place, null);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (disk) {
            new Moving(disk, options).copy(DiskPath.cast(source), DiskPath.cast(target));
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (disk) {
            new Moving(disk, options).move(DiskPath.cast(source), DiskPath.cast(target));
        }
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        if (one.equals(other)) {
            return true;
        }
        synchronized (disk) {
            return other instanceof DiskPath path
                    && path.getFileSystem().equals(fileSystem)
                    && find(one, true).required().equals(find(other, true).required());
        }
    }

    @Override
    public boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("a faulty disk has no size");
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        synchronized (disk) {
            find(path, true).required();
        }
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return type == BasicFileAttributeView.class ? type.cast(new NodeView(this, path, options)) : null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException("a faulty disk has basic attributes only, not " + type);
        }
        synchronized (disk) {
            return type.cast(NodeAttributes.of(find(path, follows(options)).required()));
        }
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        return NodeView.select(NodeAttributes.of(find(path, follows(options)).required()), names);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        if (!name.replaceFirst("^basic:", "").equals("lastModifiedTime")) {
            throw new UnsupportedOperationException("a faulty disk has no attribute " + name + " to set");
        }
        setModified(path, (FileTime) value, options);
    }

    void setModified(Path path, FileTime time, LinkOption... options) throws IOException {
        synchronized (disk) {
            Node node = find(path, follows(options)).required();
            disk.step(Step.Kind.SET_TIMES, path);
            node.modifiedAt(time);
        }
    }

    Path realPath(DiskPath path, LinkOption... options) throws IOException {
        synchronized (disk) {
            Place place = find(path, follows(options));
            place.required();
            return place.real();
        }
    }

    private Place find(Path path, boolean followLast) throws IOException {
        return disk.volume().find(DiskPath.cast(path), followLast);
    }

    private static boolean follows(LinkOption... options) {
        return !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS);
    }

    private static void requireNone(FileAttribute<?>... attributes) {
        if (attributes.length > 0) {
            throw new UnsupportedOperationException("a faulty disk cannot set " + attributes[0].name());
        }
    }
}
