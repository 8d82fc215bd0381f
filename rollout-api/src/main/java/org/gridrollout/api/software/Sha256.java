package org.gridrollout.api.software;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.gridrollout.api.Violations;

/**
 * A SHA-256: the identity of a file's content, or of a journal up to one of its records.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        Violations.of("Sha256")
                .unless(HEX.matcher(hex).matches(), "must be 64 lower-case hexadecimal digits, was '%s'", hex)
                .throwIfAny();
    }

    /** What a {@link java.security.MessageDigest} for SHA-256 answered: its 32 bytes. */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /** The 32 bytes, in an array of the caller's own. */
    public byte[] toBytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
