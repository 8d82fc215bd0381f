package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The names in a directory when it was opened. */
final class Listing implements DirectoryStream<Path> {

    private final List<Path> paths;
    private final Filter<? super Path> filter;
    private boolean used;

    Listing(List<Path> paths, Filter<? super Path> filter) {
        this.paths = paths;
        this.filter = filter;
    }

    @Override
    public Iterator<Path> iterator() {
        if (used) {
            throw new IllegalStateException("a directory stream gives one iterator");
        }
        used = true;
        return paths.stream().filter(this::accepts).iterator();
    }

    private boolean accepts(Path path) {
        try {
            return filter.accept(path);
        } catch (IOException e) {
            throw new DirectoryIteratorException(e);
        }
    }

    @Override
    public void close() {
        used = true;
    }
}
