package org.gridrollout.core.version;

import org.gridrollout.api.Violations;

/** The characters a part of a version may hold: ASCII letters, digits and a few marks. */
final class Alphabet {

    private final String marks;
    private final boolean[] legal = new boolean[128];

    private Alphabet(String marks) {
        this.marks = marks;
        for (char c = 0; c < 128; c++) {
            legal[c] = (c >= 'a' && c <= 'z') || isDigit(c) || (c >= 'A' && c <= 'Z') || marks.indexOf(c) >= 0;
        }
    }

    static Alphabet lettersDigitsAnd(String marks) {
        return new Alphabet(marks);
    }

    /** Whether {@code c} is one of the ten ASCII digits; Unicode's others are none to any version order. */
    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether {@code text} has a digit at {@code index}; beyond its end it has none. */
    static boolean isDigit(String text, int index) {
        return index < text.length() && isDigit(text.charAt(index));
    }

    static boolean areDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    }

    boolean spells(String text, int from, int to) {
        return spelledFrom(text, from) >= to;
    }

    /** The index of the first character from {@code from} on that is not in this alphabet, or the length of the text. */
    int spelledFrom(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) < 128 && legal[text.charAt(i)]) {
            i++;
        }
        return i;
    }

    /** Adds a violation for each character of {@code value} that is not in this alphabet. */
    void check(Violations violations, String part, String value) {
        value.codePoints()
                .filter(c -> c > 127 || !legal[c])
                .distinct()
                .forEach(c -> violations.unless(
                        false,
                        "%s must consist of letters, digits and %s, has %s",
                        part,
                        String.join(" ", marks.split("")),
                        quoted(c)));
    }

    private static String quoted(int codePoint) {
        String code = String.format("U+%04X", codePoint);
        return Character.isISOControl(codePoint) ? code : "'" + Character.toString(codePoint) + "' (" + code + ")";
    }
}
