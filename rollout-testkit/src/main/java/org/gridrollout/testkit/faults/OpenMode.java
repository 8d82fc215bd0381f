package org.gridrollout.testkit.faults;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** What a file is opened for. */
record OpenMode(boolean reads, boolean writes, boolean appends, boolean forces) {

    static OpenMode of(Set<? extends OpenOption> options) {
        if (options.contains(StandardOpenOption.DELETE_ON_CLOSE)) {
            throw new UnsupportedOperationException("a faulty disk does not delete on close");
        }
        boolean appends = options.contains(StandardOpenOption.APPEND);
        boolean reads = options.contains(StandardOpenOption.READ);
        if (appends && (reads || options.contains(StandardOpenOption.TRUNCATE_EXISTING))) {
            throw new IllegalArgumentException("appending allows neither reading nor truncating");
        }
        boolean writes = appends || options.contains(StandardOpenOption.WRITE);
        boolean forces = options.contains(StandardOpenOption.SYNC) || options.contains(StandardOpenOption.DSYNC);
        return new OpenMode(reads || !writes, writes, appends, forces);
    }
}
