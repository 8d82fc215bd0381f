package org.gridrollout.testkit.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a package together: lead, signature header with its digests, header, payload. */
final class PackageBytes {

    private static final int LEAD = 96;
    private static final int LEAD_NAME = 65; // the name's field is one longer, for its NUL
    private static final int SIGNATURES = 62;
    private static final int IMMUTABLE = 63;
    private static final int ALIGNMENT = 8;

    private PackageBytes() {}

    static byte[] of(
            String nevr,
            boolean source,
            SortedMap<Integer, TagValue> tags,
            byte[] payload,
            int archiveSize,
            PackageSignatures signatures) {
        byte[] header = HeaderBytes.of(IMMUTABLE, tags);
        SortedMap<Integer, TagValue> checks = digests(header, payload, archiveSize);
        signatures.put(checks, header, payload);
        byte[] signature = HeaderBytes.of(SIGNATURES, checks);
        int padding = -signature.length & (ALIGNMENT - 1);
        return ByteBuffer.allocate(LEAD + signature.length + padding + header.length + payload.length)
                .put(lead(nevr, source))
                .put(signature)
                .put(new byte[padding])
                .put(header)
                .put(payload)
                .array();
    }

    private static SortedMap<Integer, TagValue> digests(byte[] header, byte[] payload, int archiveSize) {
        SortedMap<Integer, TagValue> digests = new TreeMap<>();
        digests.put(269, TagValue.text(Digests.sha1(header)));
        digests.put(273, TagValue.text(Digests.sha256(header)));
        digests.put(1000, TagValue.int32(header.length + payload.length));
        digests.put(1004, TagValue.binary(Digests.md5(header, payload)));
        digests.put(1007, TagValue.int32(archiveSize));
        return digests;
    }

    private static byte[] lead(String nevr, boolean source) {
        byte[] name = nevr.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(LEAD)
                .putInt(0xEDAB_EEDB)
                .put((byte) 3)
                .put((byte) 0)
                .putShort((short) (source ? 1 : 0))
                .putShort((short) 0)
                .put(name, 0, Math.min(name.length, LEAD_NAME))
                .putShort(76, (short) 1)
                .putShort(78, (short) 5)
                .array();
    }
}
