package org.gridrollout.filesystem.yum;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Writes one index as a row of members, with its checksums on the way. Not thread-safe. */
public final class IndexWriter {

    private final IndexKind kind;
    private final Codec codec;
    private final OutputStream out;
    private final MessageDigest checksum = Digests.start();
    private final Optional<MessageDigest> openChecksum;
    private long size;
    private long openSize;

    /**
     * @param opened whether the open checksum is made; without, members need no open bytes
     * @param out where the index goes; neither closed nor flushed
     */
    public IndexWriter(IndexKind kind, Codec codec, boolean opened, OutputStream out) {
        this.kind = kind;
        this.codec = codec;
        this.openChecksum = opened ? Optional.of(Digests.start()) : Optional.empty();
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

    /** How many bytes there are so far: where the next run begins. */
    public long size() {
        return size;
    }

    /** How many bytes were hashed so far, open ones included: what the index has cost. */
    public long hashed() {
        return size + (openChecksum.isPresent() ? openSize : 0);
    }

    /** Comes last. */
    public IndexFile close() throws IOException {
        frame(kind.closing());
        return new IndexFile(
                kind.type(),
                kind.type() + ".xml" + codec.suffix(),
                Digests.finish(checksum),
                size,
                Optional.of(new IndexFile.Open(openChecksum.map(Digests::finish), openSize)));
    }

    private void frame(byte[] open) throws IOException {
        byte[] compressed = codec.compress(open);
        countOpen(open, 0, open.length);
        write(compressed, 0, compressed.length);
    }

    private void countOpen(byte[] bytes, int offset, int length) {
        openChecksum.ifPresent(each -> Digests.feed(each, bytes, offset, length));
        openSize += length;
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        Digests.feed(checksum, bytes, offset, length);
        out.write(bytes, offset, length);
        size += length;
    }
}
