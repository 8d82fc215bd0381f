package org.gridrollout.filesystem.base;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes what is read. */
public enum Compression {
    GZIP(".gz") {
        @Override
        OutputStream over(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },
    ZSTD(".zst") {
        @Override
        OutputStream over(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    },
    XZ(".xz") {
        @Override
        OutputStream over(OutputStream out) throws IOException {
            return new XZOutputStream(out, new LZMA2Options(0));
        }
    },
    BZIP2(".bz2") {
        @Override
        OutputStream over(OutputStream out) throws IOException {
            return new BZip2CompressorOutputStream(out, 1);
        }
    },
    NONE("") {
        @Override
        OutputStream over(OutputStream out) {
            return out;
        }
    };

    final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    abstract OutputStream over(OutputStream out) throws IOException;

    byte[] compress(byte[] open) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (OutputStream out = over(result)) {
            out.write(open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result.toByteArray();
    }
}
