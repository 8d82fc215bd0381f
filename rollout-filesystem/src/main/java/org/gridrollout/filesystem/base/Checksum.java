package org.gridrollout.filesystem.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A checksum that a file must have.
 *
 * @param algorithm as {@link MessageDigest} calls it
 * @param hex lower-case hexadecimal digits
 */
record Checksum(String algorithm, String hex) {

    /** By their names in metadata. MD5 is not among them: files that have a given one can be made. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "sha", "SHA-1",
            "sha1", "SHA-1",
            "sha224", "SHA-224",
            "sha256", "SHA-256",
            "sha384", "SHA-384",
            "sha512", "SHA-512");

    /** Empty if the type is none that is known and trusted. */
    static Optional<Checksum> of(String type, String hex) {
        return Optional.ofNullable(ALGORITHMS.get(type.toLowerCase(Locale.ROOT)))
                .map(algorithm -> new Checksum(algorithm, hex.strip().toLowerCase(Locale.ROOT)));
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform we run on has " + algorithm, e);
        }
    }

    boolean matches(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }
}
