package org.gridrollout.filesystem;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A time, for people to read. */
final class Span {

    private static final int UNITS = 2;

    private Span() {}

    /** {@code 7 d}, {@code 1 h 30 min}: the two largest units. */
    static String inWords(Duration time) {
        List<String> parts = Stream.of(
                        part(time.toDays(), "d"),
                        part(time.toHoursPart(), "h"),
                        part(time.toMinutesPart(), "min"),
                        part(time.toSecondsPart(), "s"),
                        part(time.toMillisPart(), "ms"))
                .flatMap(each -> each)
                .limit(UNITS)
                .toList();
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static Stream<String> part(long count, String unit) {
        return count > 0 ? Stream.of(count + " " + unit) : Stream.empty();
    }
}
