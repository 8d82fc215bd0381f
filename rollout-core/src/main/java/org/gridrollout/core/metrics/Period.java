package org.gridrollout.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.gridrollout.api.Violations;

/**
 * A stretch of time that is looked at, half-open, so that periods one after the other count everything once. Months in UTC
 * cost least to ask for; see {@link Metrics}.
 *
 * @param from inclusive
 * @param until exclusive; after {@code from}
 */
public record Period(Instant from, Instant until) {

    /** All time. */
    public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);

    public Period {
        Violations.of("Period")
                .unless(until.isAfter(from), "must end after it begins (%s), was to end at %s", from, until)
                .throwIfAny();
    }

    /** A calendar month in UTC. */
    public static Period month(YearMonth month) {
        return month(month, ZoneOffset.UTC);
    }

    /** A calendar month as the clocks of {@code zone} have it. */
    public static Period month(YearMonth month, ZoneId zone) {
        return new Period(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The last so much time before an instant, which is exclusive.
     *
     * @param length positive
     */
    public static Period upTo(Instant until, Duration length) {
        return new Period(until.minus(length), until);
    }

    /** Whether {@code instant} lies in it. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** {@code always}, a month's name if it is one in UTC, else both ends. */
    @Override
    public String toString() {
        if (from.equals(Instant.MIN) && until.equals(Instant.MAX)) {
            return "always";
        }
        return Months.wholeMonth(this).map(YearMonth::toString).orElse("from " + from + " until " + until);
    }
}
