package org.gridrollout.filesystem.base;

import java.util.Optional;
import java.util.OptionalLong;

/** What {@code repomd.xml} says of one file. */
record RepomdEntry(
        String type,
        String path,
        Checksum checksum,
        Optional<Checksum> openChecksum,
        OptionalLong size,
        OptionalLong openSize) {}
