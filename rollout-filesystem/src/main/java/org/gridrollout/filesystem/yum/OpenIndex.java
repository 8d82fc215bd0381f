package org.gridrollout.filesystem.yum;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads an index as its clients do, whatever it is compressed with. */
public final class OpenIndex {

    private static final int BUFFER = 64 * 1024;

    private OpenIndex() {}

    /** The XML of an index file; its name's ending says how it is compressed. */
    public static InputStream of(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (String.valueOf(file.getFileName()).endsWith(Codec.ZSTD.suffix())) {
            return new ZstdInputStream(in);
        }
        return String.valueOf(file.getFileName()).endsWith(Codec.GZIP.suffix())
                ? GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get()
                : in;
    }
}
