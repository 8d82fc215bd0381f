package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The domain counts time in whole microseconds: what every database keeps exactly. */
public final class Ticks {

    private Ticks() {}

    /** {@code instant} without what is finer than a microsecond. */
    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@code duration} without what is finer than a microsecond. */
    static Duration truncate(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first instant at which something due at {@code due} is overdue; periods are half-open. */
    static Instant firstAfter(Instant due) {
        return due.plus(1, ChronoUnit.MICROS);
    }

    /** When three quarters of the time between two instants have passed. */
    static Instant threeQuarters(Instant from, Instant until) {
        return truncate(from.plus(Duration.between(from, until).multipliedBy(3).dividedBy(4)));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
