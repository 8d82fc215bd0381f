package org.gridrollout.testkit.rpm;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;

/** Lays out one header: index by ascending tag, aligned data, everything within one immutable region. */
final class HeaderBytes {

    private static final long MAGIC = 0x8EAD_E801_0000_0000L;
    private static final int INTRO = 16;
    private static final int ENTRY = 16;
    private static final int BIN = 7;

    private HeaderBytes() {}

    static byte[] of(int regionTag, SortedMap<Integer, TagValue> values) {
        int entries = values.size() + 1;
        int valuesSize = 0;
        for (TagValue value : values.values()) {
            valuesSize = aligned(valuesSize, value.alignment()) + value.size();
        }
        int dataSize = valuesSize + ENTRY; // the region's trailer comes last
        ByteBuffer bytes = ByteBuffer.allocate(INTRO + entries * ENTRY + dataSize);
        bytes.putLong(MAGIC).putInt(entries).putInt(dataSize);
        putEntry(bytes, regionTag, BIN, valuesSize, ENTRY);
        ByteBuffer data = bytes.slice(INTRO + entries * ENTRY, dataSize);
        for (Map.Entry<Integer, TagValue> each : values.entrySet()) {
            TagValue value = each.getValue();
            data.position(aligned(data.position(), value.alignment()));
            putEntry(bytes, each.getKey(), value.type(), data.position(), value.count());
            value.putInto(data);
        }
        putEntry(data, regionTag, BIN, -entries * ENTRY, ENTRY);
        return bytes.array();
    }

    private static void putEntry(ByteBuffer into, int tag, int type, int offset, int count) {
        into.putInt(tag).putInt(type).putInt(offset).putInt(count);
    }

    private static int aligned(int position, int alignment) {
        return (position + alignment - 1) / alignment * alignment;
    }
}
