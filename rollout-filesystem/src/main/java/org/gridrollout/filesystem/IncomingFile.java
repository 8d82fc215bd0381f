package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.rpm.ByteSink;
import org.gridrollout.filesystem.yum.Digests;

/** Content on its way in: what is read from here is hashed and written to a file as it passes. */
final class IncomingFile extends InputStream {

    private final InputStream content;
    private final String origin;
    private final WritableByteChannel target;
    private final List<ByteSink> sinks = new ArrayList<>();
    private final MessageDigest whole = Digests.start();
    private long size;

    IncomingFile(InputStream content, String origin, WritableByteChannel target) {
        this.content = content;
        this.origin = origin;
        this.target = target;
        alsoTo((bytes, offset, length) -> Digests.feed(whole, bytes, offset, length));
    }

    /** Somebody who sees everything from here on. */
    void alsoTo(ByteSink sink) {
        sinks.add(sink);
    }

    /** Reads on to the content's end, hashing and writing at once. */
    void drain(Workers workers) throws IOException {
        List<Relay.Station> stations = new ArrayList<>();
        for (ByteSink each : sinks) {
            stations.add((bytes, length) -> each.accept(bytes, 0, length));
        }
        stations.add((bytes, length) -> write(bytes, 0, length));
        new Relay(stations, workers).pass(new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("is read in pieces");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return readContent(bytes, offset, length);
            }
        });
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
        int count = readContent(bytes, offset, length);
        if (count > 0) {
            sinks.forEach(each -> each.accept(bytes, offset, count));
            writeWhileItIsParsed(bytes, offset, count);
        }
        return count;
    }

    /** A disk that fails is not to be taken for a package that cannot be read. */
    private void writeWhileItIsParsed(byte[] bytes, int offset, int length) {
        try {
            write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int readContent(byte[] bytes, int offset, int length) {
        try {
            int count = content.read(bytes, offset, length);
            size += Math.max(0, count);
            return count;
        } catch (IOException e) { // not our disk's fault
            throw new RepositoryException("Cannot read " + origin + ": " + e.getMessage(), e);
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
    }
}
