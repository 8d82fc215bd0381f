package org.gridrollout.filesystem.rpm;

import java.nio.ByteBuffer;

/**
 * One line of a header's index.
 *
 * @param offset where its first value is in the data; negative only in a region's trailer
 * @param count how many values it has
 */
record HeaderEntry(int tag, int type, int offset, int count) {

    static HeaderEntry at(ByteBuffer bytes, int position) {
        return new HeaderEntry(
                bytes.getInt(position),
                bytes.getInt(position + 4),
                bytes.getInt(position + 8),
                bytes.getInt(position + 12));
    }

    @Override
    public String toString() {
        return "tag " + tag + " (type " + type + ", offset " + offset + ", count " + count + ")";
    }
}
