package org.gridrollout.core.version;

import java.util.List;
import org.gridrollout.api.InvalidValueException;

/** How long a version may be, and how high its epoch. */
final class Bounds {

    /** Longer texts are refused: no packager writes them, and messages quote the text. */
    static final int MAX_LENGTH = 1024;

    private Bounds() {}

    /** Refuses a text too long to quote. */
    static void check(String kind, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException(
                    kind + " '" + text.substring(0, 40) + "...'",
                    List.of("must have at most " + MAX_LENGTH + " characters, has " + text.length()));
        }
    }

    /** The number in the first {@code end} characters, or -1 if they are no number from 0 to {@code max}. */
    static long epoch(String text, int end, long max) {
        long value = end == 0 ? -1 : 0;
        for (int i = 0; i < end && value >= 0; i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 || value * 10 + digit > max ? -1 : value * 10 + digit;
        }
        return value;
    }
}
