package org.gridrollout.core.version;

import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;

/** The strict text form {@code [epoch:]version[-release]}. */
final class EvrText {

    /** Longer texts are refused: no packager writes them, and messages quote the text. */
    static final int MAX_LENGTH = 1024;

    private static final long MAX_EPOCH = 0xFFFF_FFFFL;

    private EvrText() {}

    static Evr parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException(
                    "RPM version '" + text.substring(0, 40) + "...'",
                    List.of("must have at most " + MAX_LENGTH + " characters, has " + text.length()));
        }
        int colon = text.indexOf(':');
        int versionStart = colon + 1;
        int hyphen = text.indexOf('-', versionStart);
        int versionEnd = hyphen < 0 ? text.length() : hyphen;
        int releaseStart = hyphen < 0 ? text.length() : hyphen + 1;
        long epoch = colon < 0 ? 0 : epoch(text, colon);
        if (epoch < 0
                || versionStart == versionEnd
                || (hyphen >= 0 && releaseStart == text.length())
                || !legal(text, versionStart, versionEnd)
                || !legal(text, releaseStart, text.length())) {
            violations(text, colon, epoch, hyphen).throwIfAny();
        }
        return new Evr(epoch, text.substring(versionStart, versionEnd), text.substring(releaseStart));
    }

    /** The number before the colon, or -1 if that is none. */
    private static long epoch(String text, int colon) {
        long value = colon == 0 ? -1 : 0;
        for (int i = 0; i < colon && value >= 0; i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 || value * 10 + digit > MAX_EPOCH ? -1 : value * 10 + digit;
        }
        return value;
    }

    private static boolean legal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!legal(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean legal(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == '+'
                || c == '~'
                || c == '^';
    }

    private static Violations violations(String text, int colon, long epoch, int hyphen) {
        String version = text.substring(colon + 1, hyphen < 0 ? text.length() : hyphen);
        String release = hyphen < 0 ? "" : text.substring(hyphen + 1);
        Violations violations = Violations.of("RPM version '" + text + "'")
                .unless(
                        epoch >= 0,
                        "epoch must be a number from 0 to %d, was '%s'",
                        MAX_EPOCH,
                        text.substring(0, Math.max(colon, 0)))
                .unless(!version.isEmpty(), "version must not be empty")
                .unless(hyphen < 0 || !release.isEmpty(), "release must not be empty after '-'");
        addIllegalCharacters(violations, "version", version);
        addIllegalCharacters(violations, "release", release);
        return violations;
    }

    private static void addIllegalCharacters(Violations violations, String part, String value) {
        value.codePoints()
                .filter(c -> c > 127 || !legal((char) c))
                .distinct()
                .forEach(c -> violations.unless(
                        false, "%s must consist of letters, digits and . _ + ~ ^, has %s", part, quoted(c)));
    }

    private static String quoted(int codePoint) {
        String code = String.format("U+%04X", codePoint);
        return Character.isISOControl(codePoint) ? code : "'" + Character.toString(codePoint) + "' (" + code + ")";
    }
}
