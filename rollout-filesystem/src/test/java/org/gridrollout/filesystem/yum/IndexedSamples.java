package org.gridrollout.filesystem.yum;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/** Our own rendering, for those who read it back. */
public final class IndexedSamples {

    private IndexedSamples() {}

    /** Package files in which the rules for dependencies meet each other. */
    public static List<byte[]> awkward(long seed, int count) {
        AwkwardPackages awkward = new AwkwardPackages(seed);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(awkward.next("awkward" + i).build());
        }
        return files;
    }

    /** A package's part of primary. */
    public static byte[] primary(RpmMetadata rpm, Sha256 sha256, long size) {
        return Fragments.render(rpm, sha256, size, "p.rpm", "p.rpm").primary();
    }

    /** A package's part of filelists. */
    public static byte[] filelists(RpmMetadata rpm, Sha256 sha256) {
        return Fragments.render(rpm, sha256, 1, "p.rpm", "p.rpm").filelists();
    }

    /** An index with those parts. */
    public static byte[] index(IndexKind kind, List<byte[]> fragments) {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        index.writeBytes(kind.opening(fragments.size()));
        fragments.forEach(index::writeBytes);
        index.writeBytes(kind.closing());
        return index.toByteArray();
    }
}
