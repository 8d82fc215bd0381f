package org.gridrollout.filesystem;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where things are in a package file; knows nothing of our reader. */
final class Rpms {

    private static final int LEAD = 96;
    private static final int INTRO = 16;
    private static final int DSA_HEADER = 267;
    private static final int RSA_HEADER = 268;

    private Rpms() {}

    /** The packet under whichever of the tags for header signatures there is. */
    static byte[] headerSignature(byte[] rpm) {
        int at = headerSignatureAt(rpm);
        return Arrays.copyOfRange(rpm, at, at + entry(rpm).getInt(12));
    }

    static int headerSignatureAt(byte[] rpm) {
        int entries = ByteBuffer.wrap(rpm).getInt(LEAD + 8);
        return LEAD + INTRO + entries * 16 + entry(rpm).getInt(8);
    }

    /** Tag, type, offset, count. */
    private static ByteBuffer entry(byte[] rpm) {
        ByteBuffer bytes = ByteBuffer.wrap(rpm);
        int entries = bytes.getInt(LEAD + 8);
        for (int i = 0; i < entries; i++) {
            ByteBuffer entry = bytes.slice(LEAD + INTRO + i * 16, 16);
            if (entry.getInt(0) == DSA_HEADER || entry.getInt(0) == RSA_HEADER) {
                return entry;
            }
        }
        throw new AssertionError("not signed");
    }
}
