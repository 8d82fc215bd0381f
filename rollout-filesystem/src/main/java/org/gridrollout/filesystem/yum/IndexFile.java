package org.gridrollout.filesystem.yum;

import java.util.List;
import org.gridrollout.api.software.Sha256;

/**
 * One index as it was written.
 *
 * @param checksum of the compressed file
 * @param size compressed bytes
 * @param openChecksum of the XML
 * @param openSize bytes of the XML
 */
public record IndexFile(
        IndexKind kind, Sha256 checksum, long size, Sha256 openChecksum, long openSize, List<Member> members) {

    public IndexFile {
        members = List.copyOf(members);
    }

    /** Its name in {@code repodata}, which no other content ever has. */
    public String fileName() {
        return checksum + "-" + kind.type() + ".xml.gz";
    }
}
