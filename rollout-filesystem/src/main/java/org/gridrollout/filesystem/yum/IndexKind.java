package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The three indexes of a YUM repository; their order is repomd's. */
public enum IndexKind {
    /** What a resolver needs. */
    PRIMARY(
            "metadata",
            "xmlns=\"http://linux.duke.edu/metadata/common\" xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\""),
    /** Every path of every package. */
    FILELISTS("filelists", "xmlns=\"http://linux.duke.edu/metadata/filelists\""),
    /** Changelogs. */
    OTHER("otherdata", "xmlns=\"http://linux.duke.edu/metadata/other\"");

    /** By what they usually take: whoever works on several at once begins with the longest. */
    public static final List<IndexKind> LARGEST_FIRST = List.of(OTHER, PRIMARY, FILELISTS);

    private final String root;
    private final String namespaces;

    IndexKind(String root, String namespaces) {
        this.root = root;
        this.namespaces = namespaces;
    }

    /** The name in repomd and in file names, {@code primary}. */
    public String type() {
        return switch (this) {
            case PRIMARY -> "primary";
            case FILELISTS -> "filelists";
            case OTHER -> "other";
        };
    }

    /** What stands before the first package. */
    byte[] opening(int packages) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " " + namespaces + " packages=\"" + packages
                        + "\">\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What stands after the last package. */
    byte[] closing() {
        return ("</" + root + ">\n").getBytes(StandardCharsets.UTF_8);
    }
}
