package org.gridrollout.filesystem.yum;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gridrollout.api.software.Sha256;

/** SHA-256, fed in pieces of at most 64 KiB: with one large piece the JDK leaves its fast path late. */
public final class Digests {

    private static final int PIECE = 64 * 1024;

    private Digests() {}

    /** A digest that has seen nothing yet. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Feeds bytes. */
    public static void feed(MessageDigest digest, byte[] bytes, int offset, int length) {
        for (int at = 0; at < length; at += PIECE) {
            digest.update(bytes, offset + at, Math.min(PIECE, length - at));
        }
    }

    /** Ends a digest. */
    public static Sha256 finish(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** The digest of all there is to read. */
    public static Sha256 of(InputStream in) throws IOException {
        MessageDigest digest = start();
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            digest.update(piece, 0, count);
        }
        return finish(digest);
    }

    /** The digest of all the bytes. */
    public static Sha256 of(byte[] bytes) {
        MessageDigest digest = start();
        feed(digest, bytes, 0, bytes.length);
        return finish(digest);
    }
}
