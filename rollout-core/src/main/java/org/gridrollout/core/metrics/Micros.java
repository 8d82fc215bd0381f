package org.gridrollout.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants and durations as whole microseconds, which is what the domain counts in. Instants beyond are taken to the edge. */
final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;
    private static final long LATEST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    /** The microsecond that an instant falls into. */
    static long of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second > LATEST_SECOND) {
            return Long.MAX_VALUE;
        } else if (second < -LATEST_SECOND) {
            return Long.MIN_VALUE;
        }
        return second * PER_SECOND + instant.getNano() / NANOS;
    }

    /** The first microsecond that is not before an instant. */
    static long notBefore(Instant instant) {
        long micros = of(instant);
        boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.MICROS));
        return whole || micros == Long.MAX_VALUE ? micros : micros + 1;
    }

    /** The whole microseconds of a duration. */
    static long of(Duration duration) {
        return duration.getSeconds() * PER_SECOND + duration.getNano() / NANOS;
    }

    /** So many microseconds. */
    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
