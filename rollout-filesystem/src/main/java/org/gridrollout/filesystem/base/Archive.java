package org.gridrollout.filesystem.base;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed. Told by its first bytes, since names are only names. */
enum Archive {
    GZIP("1f8b") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    ZSTD("28b52ffd") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new ZstdInputStream(in); // reads frame after frame; refuses windows over 128 MiB
        }
    },
    XZ("fd377a585a00") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new XZInputStream(in, XZ_MEMORY_KIB);
        }
    },
    BZIP2("425a68") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    NONE("") {
        @Override
        InputStream open(InputStream in) {
            return in;
        }
    };

    /** What the strongest preset, -9, needs, and a little more. */
    private static final int XZ_MEMORY_KIB = 128 * 1024;

    private static final int LONGEST = 6;

    private final String magic;

    /** @param magic the first bytes, in hexadecimal digits */
    Archive(String magic) {
        this.magic = magic;
    }

    abstract InputStream open(InputStream in) throws IOException;

    /** The content of {@code in}, uncompressed. */
    static InputStream uncompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.mark(LONGEST);
        String start = HexFormat.of().formatHex(buffered.readNBytes(LONGEST));
        buffered.reset();
        for (Archive each : values()) {
            if (start.startsWith(each.magic)) {
                return each.open(buffered); // NONE is last and fits everything
            }
        }
        throw new IllegalStateException("NONE fits everything");
    }
}
