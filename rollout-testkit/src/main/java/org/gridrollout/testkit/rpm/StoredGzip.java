package org.gridrollout.testkit.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Wraps bytes as a gzip member without compressing them. A deflater's output changes with the zlib underneath; this never
 * does, and takes no time.
 */
final class StoredGzip {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int MAX_BLOCK = 0xffff;
    private static final int BLOCK_HEADER = 5;
    private static final int TRAILER = 8;

    private StoredGzip() {}

    static byte[] of(byte[] content) {
        int blocks = Math.max(1, (content.length + MAX_BLOCK - 1) / MAX_BLOCK);
        ByteBuffer gzip = ByteBuffer.allocate(HEADER.length + blocks * BLOCK_HEADER + content.length + TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN);
        gzip.put(HEADER);
        for (int block = 0; block < blocks; block++) {
            int from = block * MAX_BLOCK;
            int length = Math.min(MAX_BLOCK, content.length - from);
            boolean last = block == blocks - 1;
            gzip.put((byte) (last ? 1 : 0)).putShort((short) length).putShort((short) ~length);
            gzip.put(content, from, length);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        return gzip.putInt((int) crc.getValue()).putInt(content.length).array();
    }
}
