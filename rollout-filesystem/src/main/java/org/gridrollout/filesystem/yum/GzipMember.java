package org.gridrollout.filesystem.yum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** One gzip member (RFC 1952). Members written one after the other are one gzip file; the bytes tell no time or host. */
final class GzipMember {

    private GzipMember() {}

    static byte[] compress(byte[] open) {
        ByteArrayOutputStream result = new ByteArrayOutputStream(open.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(result)) {
            gzip.write(open);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return result.toByteArray();
    }
}
