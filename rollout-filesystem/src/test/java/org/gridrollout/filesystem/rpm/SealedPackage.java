package org.gridrollout.filesystem.rpm;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A package whose main header can be falsified field by field, with the digests of it set right again: what an attacker
 * sends, and damage on the way is not.
 */
final class SealedPackage {

    private static final int INTRO = 16;
    private static final int ENTRY = 16;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final String sha256;
    private final String sha1;

    SealedPackage(byte[] whole) {
        RpmMetadata metadata = RpmReader.read(new ByteArrayInputStream(whole), "whole.rpm");
        this.bytes = whole.clone();
        this.start = (int) metadata.headerStart();
        this.end = (int) metadata.headerEnd();
        this.sha256 = digest("SHA-256");
        this.sha1 = digest("SHA-1");
    }

    int entries() {
        return ByteBuffer.wrap(bytes).getInt(start + 8);
    }

    int dataSize() {
        return ByteBuffer.wrap(bytes).getInt(start + 12);
    }

    /** @param field 0 the magic, 1 reserved, 2 the number of entries, 3 the size of the data */
    SealedPackage intro(int field, int value) {
        ByteBuffer.wrap(bytes).putInt(start + 4 * field, value);
        return this;
    }

    /** @param field 0 the tag, 1 the type, 2 the offset, 3 the count */
    SealedPackage entry(int position, int field, int value) {
        ByteBuffer.wrap(bytes).putInt(start + INTRO + ENTRY * position + 4 * field, value);
        return this;
    }

    SealedPackage data(int offset, byte value) {
        bytes[start + INTRO + ENTRY * entries() + offset] = value;
        return this;
    }

    /** The file, with digests that hold for the header as it is now. */
    byte[] seal() {
        byte[] sealed = bytes.clone();
        replace(sealed, sha256, digest("SHA-256"));
        replace(sealed, sha1, digest("SHA-1"));
        return sealed;
    }

    private String digest(String algorithm) {
        try {
            byte[] header = Arrays.copyOfRange(bytes, start, end);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(header));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void replace(byte[] within, String old, String now) {
        byte[] pattern = old.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + pattern.length <= start; at++) {
            if (Arrays.equals(within, at, at + pattern.length, pattern, 0, pattern.length)) {
                System.arraycopy(now.getBytes(StandardCharsets.US_ASCII), 0, within, at, pattern.length);
            }
        }
    }
}
