package org.gridrollout.core.version;

import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;

/** The strict text form of Debian's versions, {@code [epoch:]upstream_version[-debian_revision]}. */
final class DebianText {

    /** dpkg keeps epochs in an {@code int}. */
    static final long MAX_EPOCH = Integer.MAX_VALUE;

    private static final Alphabet UPSTREAM = Alphabet.lettersDigitsAnd(".+-~:");
    private static final Alphabet REVISION = Alphabet.lettersDigitsAnd(".+~");

    private DebianText() {}

    static Evr parse(String text) {
        Bounds.check("Debian version", text);
        int colon = text.indexOf(':');
        int versionStart = colon + 1;
        // upstream may hold hyphens, the revision none: the last one divides them
        int lastHyphen = text.lastIndexOf('-');
        int hyphen = lastHyphen < versionStart ? -1 : lastHyphen;
        int versionEnd = hyphen < 0 ? text.length() : hyphen;
        int revisionStart = hyphen < 0 ? text.length() : hyphen + 1;
        long epoch = colon < 0 ? 0 : Bounds.epoch(text, colon, MAX_EPOCH);
        if (epoch < 0
                || versionStart == versionEnd
                || !Alphabet.isDigit(text.charAt(versionStart))
                || (hyphen >= 0 && revisionStart == text.length())
                || !UPSTREAM.spells(text, versionStart, versionEnd)
                || !REVISION.spells(text, revisionStart, text.length())
                || (epoch == 0 && text.indexOf(':', versionStart) >= 0)) {
            violations(text, colon, epoch, hyphen).throwIfAny();
        }
        return new Evr(epoch, text.substring(versionStart, versionEnd), text.substring(revisionStart));
    }

    private static Violations violations(String text, int colon, long epoch, int hyphen) {
        String version = text.substring(colon + 1, hyphen < 0 ? text.length() : hyphen);
        String revision = hyphen < 0 ? "" : text.substring(hyphen + 1);
        Violations violations = Violations.of("Debian version '" + text + "'")
                .unless(
                        epoch >= 0,
                        "epoch must be a number from 0 to %d, was '%s'",
                        MAX_EPOCH,
                        text.substring(0, Math.max(colon, 0)))
                .unless(!version.isEmpty(), "upstream version must not be empty")
                .unless(
                        version.isEmpty() || Alphabet.isDigit(version.charAt(0)),
                        "upstream version must begin with a digit, was '%s'",
                        version)
                .unless(hyphen < 0 || !revision.isEmpty(), "revision must not be empty after '-'")
                .unless(
                        epoch != 0 || version.indexOf(':') < 0,
                        "upstream version may hold ':' only after an epoch of 1 or more, since an epoch of 0 is not"
                                + " written");
        UPSTREAM.check(violations, "upstream version", version);
        REVISION.check(violations, "revision", revision);
        return violations;
    }
}
