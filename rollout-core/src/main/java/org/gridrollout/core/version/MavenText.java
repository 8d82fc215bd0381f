package org.gridrollout.core.version;

import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;

/** Which texts are taken for versions of Maven artifacts. */
final class MavenText {

    private static final Alphabet ALPHABET = Alphabet.lettersDigitsAnd(".-_+");
    private static final Alphabet LETTERS_AND_DIGITS = Alphabet.lettersDigitsAnd("");

    private MavenText() {}

    static Evr parse(String text) {
        Bounds.check("Maven version", text);
        if (text.isEmpty() || !begins(text) || !ends(text) || !ALPHABET.spells(text, 0, text.length())) {
            Violations violations = Violations.of("Maven version '" + text + "'")
                    .unless(!text.isEmpty(), "must not be empty")
                    .unless(text.isEmpty() || begins(text), "must begin with a digit")
                    .unless(text.isEmpty() || ends(text), "must end with a letter or a digit");
            ALPHABET.check(violations, "version", text);
            violations.throwIfAny();
        }
        return Evr.of(text, "");
    }

    /** The version of a value that has neither an epoch nor a release. */
    static String of(Evr evr) {
        BareVersions.require("Maven version", evr);
        return parse(evr.version()).version();
    }

    // Where texts may begin with words, Maven's order is none: bx is below mx, and both are equal to -rc.
    private static boolean begins(String text) {
        return Alphabet.isDigit(text.charAt(0));
    }

    private static boolean ends(String text) {
        return LETTERS_AND_DIGITS.spells(text, text.length() - 1, text.length());
    }
}
