package org.gridrollout.filesystem.yum;

import java.util.regex.Pattern;

/**
 * A dependency's version taken apart for its attributes; version and release are empty where there is none.
 *
 * @param epoch digits
 */
record EntryVersion(String epoch, String version, String release) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    static EntryVersion parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        int dash = rest.indexOf('-');
        return new EntryVersion(
                colon > 0 ? text.substring(0, colon) : "0",
                dash < 0 ? rest : rest.substring(0, dash),
                dash < 0 ? "" : rest.substring(dash + 1));
    }

    /** Whether the epoch can be written; a dependency with another one is left out, as createrepo_c does. */
    static boolean hasNumericEpoch(String text) {
        int colon = text.indexOf(':');
        return colon < 0 || DIGITS.matcher(text).region(0, colon).matches();
    }
}
