package org.gridrollout.testkit.faults;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a name leads to. A node without names is gone for good. */
abstract sealed class Node permits FileNode, DirectoryNode, LinkNode {

    private static final AtomicLong LAST_ID = new AtomicLong();

    private final long id = LAST_ID.incrementAndGet();
    private FileTime modified = FileTime.from(Instant.now());

    /** Tells it from every other node, on any disk. */
    long id() {
        return id;
    }

    FileTime modified() {
        return modified;
    }

    void modifiedAt(FileTime time) {
        modified = time;
    }

    void touch() {
        modified = FileTime.from(Instant.now());
    }

    long size() {
        return 0;
    }

    /** This node on another disk, made on first asking; {@code copies} remembers. */
    final Node copy(Map<Node, Node> copies) {
        Node known = copies.get(this);
        if (known != null) {
            return known;
        }
        Node copy = copyOf(copies);
        copy.modifiedAt(modified);
        return copy;
    }

    /** Must put the copy into {@code copies} before it asks for other nodes' copies. */
    abstract Node copyOf(Map<Node, Node> copies);
}
