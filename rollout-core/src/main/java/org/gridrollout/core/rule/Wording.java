package org.gridrollout.core.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How values are said in sentences for people. */
public final class Wording {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Wording() {}

    /** To the minute, in UTC. */
    public static String instant(Instant instant) {
        return MINUTES.format(instant);
    }

    /** A constant's name in small letters: {@code last good again}. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String days(double days) {
        return String.format(Locale.ROOT, "%.1f", days);
    }

    static String rate(double rate) {
        return String.format(Locale.ROOT, "%.2g", rate);
    }

    static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ROOT, percent >= 10 ? "%.0f %%" : "%.2g %%", percent);
    }

    /** {@code a, b and c}; {@code nobody} for nothing. */
    public static <T> String list(List<T> items, Function<T, String> name) {
        List<String> names = items.stream().map(name).toList();
        if (names.isEmpty()) {
            return "nobody";
        }
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : names.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + names.get(last);
    }
}
