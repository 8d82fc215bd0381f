package org.gridrollout.core.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts a packager's release up. */
final class ReleaseCounter {

    /** The counter is the first number, or the second where the first is the 0 that marks a pre-release. */
    private static final Pattern COUNTED = Pattern.compile("(0\\.(?=[0-9]))?([0-9]+)(.*)", Pattern.DOTALL);

    private ReleaseCounter() {}

    static String next(String release) {
        if (release.isEmpty()) {
            return "1";
        }
        Matcher counted = COUNTED.matcher(release);
        if (!counted.matches()) {
            // one segment more than an equal beginning is higher, whatever the beginning is
            return release + ".1";
        }
        String preRelease = counted.group(1) == null ? "" : counted.group(1);
        return preRelease + Decimal.increment(counted.group(2)) + counted.group(3);
    }
}
