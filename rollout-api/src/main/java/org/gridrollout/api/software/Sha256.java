package org.gridrollout.api.software;

import java.util.regex.Pattern;
import org.gridrollout.api.Violations;

/**
 * A file's SHA-256: the identity of its content.
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

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
