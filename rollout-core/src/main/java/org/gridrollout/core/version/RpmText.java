package org.gridrollout.core.version;

import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;

/** The strict text form of RPM's versions, {@code [epoch:]version[-release]}. */
final class RpmText {

    /** As wide as the tag in the RPM format. */
    static final long MAX_EPOCH = 0xFFFF_FFFFL;

    private static final Alphabet ALPHABET = Alphabet.lettersDigitsAnd("._+~^");

    private RpmText() {}

    static Evr parse(String text) {
        Bounds.check("RPM version", text);
        int end = ALPHABET.spelledFrom(text, 0);
        if (end > 0 && end < text.length() - 1 && text.charAt(end) == '-') {
            if (ALPHABET.spelledFrom(text, end + 1) == text.length()) {
                return new Evr(0, text.substring(0, end), text.substring(end + 1)); // as nearly all are
            }
        }
        return parseAny(text);
    }

    private static Evr parseAny(String text) {
        int colon = text.indexOf(':');
        int versionStart = colon + 1;
        int hyphen = text.indexOf('-', versionStart);
        int versionEnd = hyphen < 0 ? text.length() : hyphen;
        int releaseStart = hyphen < 0 ? text.length() : hyphen + 1;
        long epoch = colon < 0 ? 0 : Bounds.epoch(text, colon, MAX_EPOCH);
        if (epoch < 0
                || versionStart == versionEnd
                || (hyphen >= 0 && releaseStart == text.length())
                || !ALPHABET.spells(text, versionStart, versionEnd)
                || !ALPHABET.spells(text, releaseStart, text.length())) {
            violations(text, colon, epoch, hyphen).throwIfAny();
        }
        return new Evr(epoch, text.substring(versionStart, versionEnd), text.substring(releaseStart));
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
        ALPHABET.check(violations, "version", version);
        ALPHABET.check(violations, "release", release);
        return violations;
    }
}
