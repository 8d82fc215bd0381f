package org.gridrollout.filesystem.yum;

import java.util.Optional;
import org.gridrollout.api.software.Sha256;

/**
 * One file that repomd names, as it was written.
 *
 * @param type what repomd calls it, {@code primary}
 * @param name how its file name ends, {@code primary.xml.gz}
 * @param checksum of the file
 * @param size bytes of the file
 * @param open what is in it, if it is compressed
 */
public record IndexFile(String type, String name, Sha256 checksum, long size, Optional<Open> open) {

    /**
     * What comes out of a compressed file.
     *
     * @param checksum empty if it is left out
     * @param size in bytes
     */
    public record Open(Optional<Sha256> checksum, long size) {}

    /** Its name in {@code repodata}, which no other content ever has. */
    public String fileName() {
        return checksum + "-" + name;
    }
}
