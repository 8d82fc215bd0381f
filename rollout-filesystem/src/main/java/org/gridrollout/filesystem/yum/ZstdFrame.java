package org.gridrollout.filesystem.yum;

import com.github.luben.zstd.ZstdCompressCtx;

/** One zstd frame (RFC 8878) that states its size and its checksum, as the {@code zstd} program writes it. */
final class ZstdFrame {

    /** Where the frames of a few hundred kilobytes that indexes are made of stop getting much smaller. */
    private static final int LEVEL = 9;

    private ZstdFrame() {}

    static byte[] compress(byte[] open) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setLevel(LEVEL).setChecksum(true).compress(open);
        }
    }
}
