package org.gridrollout.api;

/**
 * The one rule for names: letters, digits and {@code . _ + ~ : @ -}, starting with a letter or digit. Such a name is safe
 * in file names, URLs and logs.
 */
public final class Identifier {

    private static final int CHOSEN_BY_PEOPLE = 128;
    private static final int COMPOSED = 200;
    /** By hand and not by a regular expression, which costs more than most of what names are made for. */
    private static final boolean[] FIRST = allowing("");

    private static final boolean[] LATER = allowing("._+~:@-");

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
        return value.length() <= limit && followsRule(value);
    }

    private static String require(String subject, String value, int limit) {
        if (!permits(value, limit)) {
            Violations.of(subject)
                    .unless(
                            false,
                            "must be 1 to %d letters, digits or . _ + ~ : @ - and start with a letter or digit, was '%s'",
                            limit,
                            value.length() > limit ? value.substring(0, limit) + "..." : value)
                    .throwIfAny();
        }
        return value;
    }

    private static boolean followsRule(String value) {
        if (value.isEmpty() || !isIn(FIRST, value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (!isIn(LATER, value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(boolean[] allowed, char c) {
        return c < allowed.length && allowed[c];
    }

    /** Letters, digits and some punctuation, by ASCII code. */
    private static boolean[] allowing(String punctuation) {
        boolean[] allowed = new boolean[128];
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || punctuation.indexOf(c) >= 0;
        }
        return allowed;
    }
}
