package org.gridrollout.filesystem.yum;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.software.Sha256;

/** Writes one index as a row of gzip members, with both of its checksums on the way. */
final class IndexOutput {

    private final IndexKind kind;
    private final OutputStream out;
    private final PreviousIndex previous;
    private final MessageDigest checksum = Digests.start();
    private final MessageDigest openChecksum = Digests.start();
    private final List<Member> members = new ArrayList<>();
    private long size;
    private long openSize;

    IndexOutput(IndexKind kind, OutputStream out, PreviousIndex previous) {
        this.kind = kind;
        this.out = out;
        this.previous = previous;
    }

    IndexKind kind() {
        return kind;
    }

    /** Copies the run's member from the index before; false if that has none. */
    boolean reuse(Sha256 key) throws IOException {
        Optional<Member> found = previous.find(key);
        if (found.isEmpty()) {
            return false;
        }
        int offset = Math.toIntExact(found.get().offset());
        int length = found.get().length();
        members.add(new Member(key, size, length));
        countOpen(GzipMember.open(previous.bytes(), offset, length));
        write(previous.bytes(), offset, length);
        return true;
    }

    void compress(Sha256 key, byte[] open) throws IOException {
        byte[] compressed = GzipMember.compress(open);
        members.add(new Member(key, size, compressed.length));
        countOpen(open);
        write(compressed, 0, compressed.length);
    }

    /** Writes what belongs to no run: the opening and the closing. */
    void frame(byte[] open) throws IOException {
        byte[] compressed = GzipMember.compress(open);
        countOpen(open);
        write(compressed, 0, compressed.length);
    }

    IndexFile finish() {
        return new IndexFile(kind, Digests.finish(checksum), size, Digests.finish(openChecksum), openSize, members);
    }

    private void countOpen(byte[] open) {
        Digests.feed(openChecksum, open, 0, open.length);
        openSize += open.length;
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        Digests.feed(checksum, bytes, offset, length);
        out.write(bytes, offset, length);
        size += length;
    }
}
