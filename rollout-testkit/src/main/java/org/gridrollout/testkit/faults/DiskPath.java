package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path in the manner of Unix; relative ones start at the root. */
final class DiskPath implements Path {

    private final DiskFileSystem fileSystem;
    private final boolean absolute;
    private final List<String> names;

    DiskPath(DiskFileSystem fileSystem, boolean absolute, List<String> names) {
        this.fileSystem = fileSystem;
        this.absolute = absolute;
        this.names = names.isEmpty() && !absolute ? List.of("") : List.copyOf(names);
    }

    static DiskPath parse(DiskFileSystem fileSystem, String text) {
        List<String> names =
                Arrays.stream(text.split("/")).filter(each -> !each.isEmpty()).toList();
        return new DiskPath(fileSystem, text.startsWith("/"), names);
    }

    static DiskPath cast(Path path) {
        if (path instanceof DiskPath own) {
            return own;
        }
        throw new ProviderMismatchException(path + " is not on a faulty disk");
    }

    List<String> names() {
        return names;
    }

    private DiskPath relative(List<String> parts) {
        return new DiskPath(fileSystem, false, parts);
    }

    private DiskPath like(List<String> parts) {
        return new DiskPath(fileSystem, absolute, parts);
    }

    private boolean isEmpty() {
        return !absolute && names.equals(List.of(""));
    }

    @Override
    public DiskFileSystem getFileSystem() {
        return fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public @Nullable Path getRoot() {
        return absolute ? like(List.of()) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty() ? null : relative(List.of(names.get(names.size() - 1)));
    }

    @Override
    public @Nullable Path getParent() {
        if (names.isEmpty() || (names.size() == 1 && !absolute)) {
            return null;
        }
        return like(names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        if (begin < 0 || begin >= end || end > names.size()) {
            throw new IllegalArgumentException("no names " + begin + " to " + end + " in " + this);
        }
        return relative(names.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof DiskPath path
                && path.fileSystem.equals(fileSystem)
                && path.absolute == absolute
                && path.isEmpty() == isEmpty()
                && path.names.size() <= names.size()
                && names.subList(0, path.names.size()).equals(path.names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof DiskPath path)
                || !path.fileSystem.equals(fileSystem)
                || path.names.size() > names.size()
                || path.isEmpty() != isEmpty()) {
            return false;
        }
        int from = names.size() - path.names.size();
        return path.absolute ? equals(path) : names.subList(from, names.size()).equals(path.names);
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String each : names) {
            boolean canGoUp = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
            if (each.equals("..") && canGoUp) {
                kept.remove(kept.size() - 1);
            } else if (!each.equals(".") && !(each.equals("..") && absolute)) {
                kept.add(each);
            }
        }
        return like(kept);
    }

    @Override
    public Path resolve(Path other) {
        DiskPath path = cast(other);
        if (path.absolute || isEmpty()) {
            return path;
        } else if (path.isEmpty()) {
            return this;
        }
        List<String> joined = new ArrayList<>(names);
        joined.addAll(path.names);
        return like(joined);
    }

    @Override
    public Path relativize(Path other) {
        DiskPath path = cast(other);
        if (path.absolute != absolute) {
            throw new IllegalArgumentException("only one of " + this + " and " + other + " is absolute");
        }
        List<String> mine = isEmpty() ? List.of() : names;
        List<String> theirs = path.isEmpty() ? List.of() : path.names;
        int common = 0;
        while (common < Math.min(mine.size(), theirs.size()) && mine.get(common).equals(theirs.get(common))) {
            common++;
        }
        List<String> way = new ArrayList<>(Collections.nCopies(mine.size() - common, ".."));
        way.addAll(theirs.subList(common, theirs.size()));
        return relative(way);
    }

    @Override
    public URI toUri() {
        return URI.create(
                DiskProvider.SCHEME + "://" + fileSystem.id() + "/" + String.join("/", toAbsolutePath().names));
    }

    @Override
    public DiskPath toAbsolutePath() {
        return absolute ? this : new DiskPath(fileSystem, true, isEmpty() ? List.of() : names);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return fileSystem.provider().realPath(this, options);
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("a faulty disk cannot be watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(cast(other).toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiskPath path
                && path.fileSystem.equals(fileSystem)
                && path.absolute == absolute
                && path.names.equals(names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileSystem, absolute, names);
    }

    @Override
    public String toString() {
        return (absolute ? "/" : "") + String.join("/", names);
    }
}
