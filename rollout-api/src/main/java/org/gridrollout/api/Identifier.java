package org.gridrollout.api;

import java.util.regex.Pattern;

/**
 * The one rule for names: letters, digits and {@code . _ + ~ : @ -}, starting with a letter or digit. Such a name is safe
 * in file names, URLs and logs.
 */
public final class Identifier {

    private static final int CHOSEN_BY_PEOPLE = 128;
    private static final int COMPOSED = 200;
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~:@-]*");

    private Identifier() {}

    /**
     * Returns {@code value} if it is a legal name of at most 128 characters.
     *
     * @throws InvalidValueException naming {@code subject} if it is not
     */
    public static String require(String subject, String value) {
        return require(subject, value, CHOSEN_BY_PEOPLE);
    }

    /** The same for names that are composed of others; they may have 200 characters. */
    public static String requireComposed(String subject, String value) {
        return require(subject, value, COMPOSED);
    }

    /** Whether {@code value} is a legal name of at most 128 characters. */
    public static boolean permits(String value) {
        return permits(value, CHOSEN_BY_PEOPLE);
    }

    private static boolean permits(String value, int limit) {
        return value.length() <= limit && RULE.matcher(value).matches();
    }

    private static String require(String subject, String value, int limit) {
        Violations.of(subject)
                .unless(
                        permits(value, limit),
                        "must be 1 to %d letters, digits or . _ + ~ : @ - and start with a letter or digit, was '%s'",
                        limit,
                        value.length() > limit ? value.substring(0, limit) + "..." : value)
                .throwIfAny();
        return value;
    }
}
