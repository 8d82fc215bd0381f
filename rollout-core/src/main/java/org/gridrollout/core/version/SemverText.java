package org.gridrollout.core.version;

import java.util.List;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;

/** The strict text form of Semantic Versioning 2.0.0, {@code major.minor.patch[-pre.release][+build]}. */
final class SemverText {

    private static final Alphabet IDENTIFIER = Alphabet.lettersDigitsAnd("-");
    private static final List<String> NUMBERS = List.of("major", "minor", "patch");

    private SemverText() {}

    static Semver parse(String text) {
        Bounds.check("Semantic version", text);
        int plus = text.indexOf('+');
        int coreAndPreRelease = plus < 0 ? text.length() : plus;
        int hyphen = text.indexOf('-');
        int core = hyphen < 0 || hyphen > coreAndPreRelease ? coreAndPreRelease : hyphen;
        List<String> numbers = parts(text.substring(0, core));
        List<String> preRelease =
                core == coreAndPreRelease ? List.of() : parts(text.substring(core + 1, coreAndPreRelease));
        List<String> build = plus < 0 ? List.of() : parts(text.substring(plus + 1));
        Violations violations = Violations.of("Semantic version '" + text + "'");
        checkNumbers(violations, numbers);
        for (String each : preRelease) {
            checkIdentifier(violations, "pre-release identifier", each);
            checkZeros(violations, "numeric pre-release identifier", each);
        }
        for (String each : build) {
            checkIdentifier(violations, "build identifier", each);
        }
        violations.throwIfAny();
        return new Semver(numbers, preRelease);
    }

    /** The version of a value that has neither an epoch nor a release. */
    static Semver of(Evr evr) {
        BareVersions.require("Semantic version", evr);
        return parse(evr.version());
    }

    private static void checkNumbers(Violations violations, List<String> numbers) {
        violations.unless(
                numbers.size() == NUMBERS.size(), "must have three numbers, major.minor.patch, has %d", numbers.size());
        for (int i = 0; i < Math.min(numbers.size(), NUMBERS.size()); i++) {
            String name = NUMBERS.get(i);
            String number = numbers.get(i);
            violations.unless(Alphabet.areDigits(number), "%s must be a number, was '%s'", name, number);
            checkZeros(violations, name, number);
        }
    }

    private static void checkIdentifier(Violations violations, String what, String identifier) {
        violations.unless(!identifier.isEmpty(), "%s must not be empty", what);
        IDENTIFIER.check(violations, what, identifier);
    }

    private static void checkZeros(Violations violations, String what, String identifier) {
        violations.unless(
                !Alphabet.areDigits(identifier) || identifier.length() == 1 || identifier.charAt(0) != '0',
                "%s must have no leading zeros, was '%s'",
                what,
                identifier);
    }

    private static List<String> parts(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }
}
