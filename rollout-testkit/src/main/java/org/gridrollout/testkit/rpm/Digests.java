package org.gridrollout.testkit.rpm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests a package states of its parts. */
final class Digests {

    private Digests() {}

    static byte[] md5(byte[]... parts) {
        return digest("MD5", parts);
    }

    static String sha1(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-1", bytes));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }
}
