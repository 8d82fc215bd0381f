package org.gridrollout.core.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Figures for people. */
final class Words {

    static final String UNDEFINED = "undefined";

    private Words() {}

    /** The two largest units that matter, rounded down: {@code 2 d 3 h}, {@code 45 min}, {@code 0 s}. */
    static String time(Duration time) {
        if (time.toDays() > 0) {
            return two(time.toDays(), "d", time.toHoursPart(), "h");
        } else if (time.toHours() > 0) {
            return two(time.toHours(), "h", time.toMinutesPart(), "min");
        } else if (time.toMinutes() > 0) {
            return two(time.toMinutes(), "min", time.toSecondsPart(), "s");
        }
        return time.toSeconds() + " s";
    }

    static String time(Optional<Duration> time) {
        return time.map(Words::time).orElse(UNDEFINED);
    }

    /** A share in tenths of a percent, rounded down, so that only what is whole reads 100.0 %. */
    static String percent(long part, long whole) {
        long tenths = Math.multiplyExact(part, 1_000L) / whole;
        return String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
    }

    private static String two(long larger, String unit, long smaller, String smallerUnit) {
        return larger + " " + unit + (smaller == 0 ? "" : " " + smaller + " " + smallerUnit);
    }
}
