package org.gridrollout.filesystem.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A package's bytes from its beginning, with the offset reached. Reads what is asked for and not a byte more. */
final class RpmInput {

    private final InputStream in;
    private long offset;

    RpmInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read so far. */
    long offset() {
        return offset;
    }

    /**
     * The next bytes, big-endian. Memory is taken as bytes come in, so a length that lies costs nothing.
     *
     * @param part what is read, for the message
     */
    ByteBuffer take(int length, String part) throws IOException, DamagedRpmException {
        byte[] bytes = in.readNBytes(length); // grows with what arrives, by its contract
        offset += bytes.length;
        if (bytes.length < length) {
            throw new DamagedRpmException("the file ends at byte " + offset + ", within its " + part);
        }
        return ByteBuffer.wrap(bytes);
    }
}
