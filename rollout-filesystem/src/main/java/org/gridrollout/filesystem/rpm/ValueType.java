package org.gridrollout.filesystem.rpm;

import java.nio.ByteBuffer;

/** How an entry's values are laid out, by the numbers the format gives them. */
final class ValueType {

    static final int CHAR = 1;
    static final int INT8 = 2;
    static final int INT16 = 3;
    static final int INT32 = 4;
    static final int INT64 = 5;
    static final int STRING = 6;
    static final int BIN = 7;
    static final int STRING_ARRAY = 8;
    static final int I18N_STRING = 9;

    private ValueType() {}

    /** Bytes of one value, which it is also aligned to; 0 for texts, whose length is theirs to say. */
    static int width(int type) {
        return switch (type) {
            case CHAR, INT8, BIN -> 1;
            case INT16 -> 2;
            case INT32 -> 4;
            case INT64 -> 8;
            default -> 0;
        };
    }

    /** Whether the format knows such a type. */
    static boolean known(int type) {
        return type >= CHAR && type <= I18N_STRING;
    }

    /** The offset after the entry's last value, or -1 if its values do not lie between its offset and {@code limit}. */
    static int end(HeaderEntry entry, ByteBuffer data, int limit) {
        int width = width(entry.type());
        if (width > 0) {
            long end = entry.offset() + (long) entry.count() * width;
            return end <= limit ? (int) end : -1;
        }
        int at = entry.offset();
        for (int left = entry.count(); left > 0; left--) {
            at = endOfText(data, at, limit);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    /** The offset after the text's closing NUL, or -1 if there is none before {@code limit}. */
    static int endOfText(ByteBuffer data, int from, int limit) {
        int at = from;
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            long zero = zeros(Long.reverseBytes(data.getLong(at)));
            if (zero != 0) {
                return at + Long.numberOfTrailingZeros(zero) / Byte.SIZE + 1;
            }
        }
        for (; at < limit; at++) {
            if (data.get(at) == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /**
     * The highest bit of the lowest byte that is zero, and of some above it; nothing if none is.
     *
     * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">eight bytes at once</a>
     */
    private static long zeros(long bytes) {
        return (bytes - 0x0101010101010101L) & ~bytes & 0x8080808080808080L;
    }
}
