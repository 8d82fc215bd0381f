package org.gridrollout.api;

import java.util.regex.Pattern;

/**
 * The one rule for names that hosts choose: 1 to 128 characters, letters, digits and {@code . _ + ~ : @ -}, starting with
 * a letter or digit. Such a name is safe in file names, URLs and logs.
 */
public final class Identifier {

    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~:@-]{0,127}");

    private Identifier() {}

    /**
     * Returns {@code value} if it is a legal name.
     *
     * @throws InvalidValueException naming {@code subject} if it is not
     */
    public static String require(String subject, String value) {
        Violations.of(subject)
                .unless(
                        RULE.matcher(value).matches(),
                        "must be 1 to 128 letters, digits or . _ + ~ : @ - and start with a letter or digit, was '%s'",
                        value.length() > 160 ? value.substring(0, 160) + "..." : value)
                .throwIfAny();
        return value;
    }
}
