package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;

/** Content on its way in: what is read from here is hashed and written to a file as it passes. */
final class IncomingFile extends InputStream {

    private static final int PIECE = 64 * 1024;

    private final InputStream content;
    private final String origin;
    private final WritableByteChannel target;
    private final List<MessageDigest> digests = new ArrayList<>();
    private final MessageDigest whole = startDigest();
    private long size;

    IncomingFile(InputStream content, String origin, WritableByteChannel target) {
        this.content = content;
        this.origin = origin;
        this.target = target;
    }

    /** A digest that sees everything from here on. */
    MessageDigest startDigest() {
        MessageDigest digest = Digests.start();
        digests.add(digest);
        return digest;
    }

    /** Reads on to the content's end. */
    void drain() throws IOException {
        byte[] piece = new byte[PIECE];
        int count = 0;
        while (count >= 0) {
            count = read(piece, 0, PIECE);
        }
    }

    /** Bytes so far. */
    long size() {
        return size;
    }

    /** Of everything; once, at the end. */
    Sha256 sha256() {
        return Digests.finish(whole);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = content.read(bytes, offset, length);
        } catch (IOException e) { // not our disk's fault
            throw new RepositoryException("Cannot read " + origin + ": " + e.getMessage(), e);
        }
        if (count > 0) {
            digests.forEach(each -> Digests.feed(each, bytes, offset, count));
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
            while (buffer.hasRemaining()) {
                target.write(buffer);
            }
            size += count;
        }
        return count;
    }
}
