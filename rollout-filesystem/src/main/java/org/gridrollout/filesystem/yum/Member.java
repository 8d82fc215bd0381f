package org.gridrollout.filesystem.yum;

import org.gridrollout.api.software.Sha256;

/**
 * A compressed run of packages inside an index file, which a later index with the same run copies.
 *
 * @param key identity of the run: which packages, rendered how
 * @param offset first byte in the index file
 * @param length compressed bytes
 */
public record Member(Sha256 key, long offset, int length) {}
