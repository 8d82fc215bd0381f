package org.gridrollout.filesystem;

import org.gridrollout.filesystem.yum.Codec;

/** How index files are compressed. */
public enum Compression {
    /** Read by every client there is: {@code .xml.gz}. */
    GZIP(Codec.GZIP),
    /** Smaller and faster to read; for clients from Enterprise Linux 9 on: {@code .xml.zst}. */
    ZSTD(Codec.ZSTD);

    private final Codec codec;

    Compression(Codec codec) {
        this.codec = codec;
    }

    Codec codec() {
        return codec;
    }
}
