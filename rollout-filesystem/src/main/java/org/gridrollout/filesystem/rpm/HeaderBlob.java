package org.gridrollout.filesystem.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One header as it stands in the file, sizes checked, nothing else.
 *
 * @param intro magic, entry count and data size: 16 bytes
 * @param index 16 bytes per entry
 * @param data what the entries point into
 * @param start offset of its first byte in the file
 * @param end offset after its last byte
 */
record HeaderBlob(HeaderKind kind, ByteBuffer intro, ByteBuffer index, ByteBuffer data, long start, long end) {

    /** Bytes per index entry. */
    static final int ENTRY_SIZE = 16;

    private static final int INTRO_SIZE = 16;
    private static final int MAGIC_AND_VERSION = 0x8EAD_E801;

    static HeaderBlob read(RpmInput in, HeaderKind kind) throws IOException, DamagedRpmException {
        long start = in.offset();
        ByteBuffer intro = in.take(INTRO_SIZE, kind.title());
        if (intro.getInt(0) != MAGIC_AND_VERSION) {
            throw new DamagedRpmException("at byte " + start + " there is no " + kind.title());
        }
        int entries = bounded(intro.getInt(8), kind.maxEntries(), "index entries", kind);
        int size = bounded(intro.getInt(12), kind.maxData(), "bytes of data", kind);
        ByteBuffer index = in.take(entries * ENTRY_SIZE, kind.title() + "'s index");
        ByteBuffer data = in.take(size, kind.title() + "'s data");
        return new HeaderBlob(kind, intro, index, data, start, in.offset());
    }

    private static int bounded(int value, int max, String what, HeaderKind kind) throws DamagedRpmException {
        if (value < 1 || value > max) {
            throw new DamagedRpmException(
                    "its %s announces %d %s, not 1 to %d".formatted(kind.title(), value & 0xFFFF_FFFFL, what, max));
        }
        return value;
    }

    /** Hands on all of its bytes, as they stand in the file. */
    void writeTo(ByteSink sink) {
        for (ByteBuffer each : List.of(intro, index, data)) {
            sink.accept(each.array(), each.arrayOffset(), each.capacity());
        }
    }

    /** The index entry at that position, unchecked. */
    HeaderEntry entry(int position) {
        return HeaderEntry.at(index, position * ENTRY_SIZE);
    }

    /** How many index entries there are. */
    int entries() {
        return index.capacity() / ENTRY_SIZE;
    }
}
