package org.gridrollout.testkit.faults;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The file system of one disk; lives as long as it, so that closing means nothing. */
final class DiskFileSystem extends FileSystem {

    private static final AtomicLong LAST_ID = new AtomicLong();

    private final long id = LAST_ID.incrementAndGet();
    private final DiskProvider provider;

    DiskFileSystem(FaultyDisk disk) {
        this.provider = new DiskProvider(this, disk);
    }

    long id() {
        return id;
    }

    DiskPath absolute(List<String> names) {
        return new DiskPath(this, true, names);
    }

    @Override
    public DiskProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(absolute(List.of()));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public DiskPath getPath(String first, String... more) {
        return DiskPath.parse(this, more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    /** As the default provider matches the same text. */
    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        FileSystem model = FileSystems.getDefault();
        PathMatcher matcher = model.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(model.getPath(path.toString()));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("a faulty disk knows no users");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("a faulty disk cannot be watched");
    }

    @Override
    public String toString() {
        return "FaultyDisk[" + id + "]";
    }
}
