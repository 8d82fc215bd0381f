package org.gridrollout.filesystem;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;

/**
 * How a run's member of one index is kept in a file: a head, the compressed bytes, the open ones. A CRC-32C of each part
 * finds damage: it is what gzip itself would find it by, and costs a tenth of a SHA-256. Who needs no open bytes need not
 * read them.
 */
final class PackedMember {

    /** "GRM" and the version of this layout. */
    private static final int MAGIC = 0x47524D03;

    private static final int KEY_AT = 2 * Integer.BYTES;
    private static final int LENGTHS_AT = KEY_AT + 32;

    /** Bytes that say how long the rest is. */
    static final int HEAD = LENGTHS_AT + 3 * Integer.BYTES;

    private PackedMember() {}

    static byte[] pack(Sha256 key, IndexKind kind, byte[] closed, byte[] open) {
        ByteBuffer packed = ByteBuffer.allocate(HEAD + closed.length + open.length);
        packed.position(Integer.BYTES);
        packed.putInt(magic(kind)).put(key.toBytes());
        packed.putInt(closed.length).putInt(open.length).putInt(checksum(open, 0, open.length));
        packed.put(closed).put(open);
        packed.putInt(0, checksum(packed.array(), Integer.BYTES, HEAD - Integer.BYTES + closed.length));
        return packed.array();
    }

    /** How many bytes there are up to the compressed ones' end, if the first {@link #HEAD} are right. */
    static long closedEnd(byte[] bytes) {
        return (long) HEAD + ByteBuffer.wrap(bytes).getInt(LENGTHS_AT);
    }

    /**
     * What was packed; empty if it is, or may be, something else.
     *
     * @param length how many of the bytes were read
     * @param opened whether all was read; else at least the compressed bytes
     */
    static Optional<Member> unpack(byte[] bytes, int length, Sha256 key, IndexKind kind, boolean opened) {
        if (length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        int closed = head.getInt(LENGTHS_AT);
        int open = head.getInt(LENGTHS_AT + Integer.BYTES);
        boolean whole = closed >= 0
                && open >= 0
                && (opened ? (long) HEAD + closed + open == length : (long) HEAD + closed <= length)
                && head.getInt(Integer.BYTES) == magic(kind)
                && head.slice(KEY_AT, 32).equals(ByteBuffer.wrap(key.toBytes()))
                && head.getInt(0) == checksum(bytes, Integer.BYTES, HEAD - Integer.BYTES + closed)
                && (!opened || head.getInt(HEAD - Integer.BYTES) == checksum(bytes, HEAD + closed, open));
        return whole ? Optional.of(new Member(bytes, HEAD, closed, open)) : Optional.empty();
    }

    /** A run has one key in all three indexes: what is another's must not be taken for this one's. */
    private static int magic(IndexKind kind) {
        return MAGIC ^ kind.type().hashCode();
    }

    /** A CRC-32C. */
    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
