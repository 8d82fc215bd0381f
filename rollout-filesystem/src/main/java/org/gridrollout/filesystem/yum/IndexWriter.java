package org.gridrollout.filesystem.yum;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Writes one index as a row of members, with both of its checksums on the way. Not thread-safe. */
public final class IndexWriter {

    private final IndexKind kind;
    private final Codec codec;
    private final OutputStream out;
    private final MessageDigest checksum = Digests.start();
    private final MessageDigest openChecksum = Digests.start();
    private long size;
    private long openSize;

    /** @param out where the index goes; neither closed nor flushed */
    public IndexWriter(IndexKind kind, Codec codec, OutputStream out) {
        this.kind = kind;
        this.codec = codec;
        this.out = out;
    }

    /** Comes first. */
    public void open(int packages) throws IOException {
        frame(kind.opening(packages));
    }

    /** The next run of packages. */
    public void add(Member member) throws IOException {
        countOpen(member.bytes(), member.offset() + member.closed(), member.open());
        write(member.bytes(), member.offset(), member.closed());
    }

    /** Comes last. */
    public IndexFile close() throws IOException {
        frame(kind.closing());
        return new IndexFile(
                kind.type(),
                kind.type() + ".xml" + codec.suffix(),
                Digests.finish(checksum),
                size,
                Optional.of(new IndexFile.Open(Digests.finish(openChecksum), openSize)));
    }

    private void frame(byte[] open) throws IOException {
        byte[] compressed = codec.compress(open);
        countOpen(open, 0, open.length);
        write(compressed, 0, compressed.length);
    }

    private void countOpen(byte[] bytes, int offset, int length) {
        Digests.feed(openChecksum, bytes, offset, length);
        openSize += length;
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        Digests.feed(checksum, bytes, offset, length);
        out.write(bytes, offset, length);
        size += length;
    }
}
