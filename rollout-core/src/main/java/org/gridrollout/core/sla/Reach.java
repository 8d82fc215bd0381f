package org.gridrollout.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.Violations;

/** What every calendar answers for: the years 1 to 9999, in whole microseconds. */
final class Reach {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final String BEYOND = "%s of it would end after the year 9999";

    private Reach() {}

    static void requireStart(Instant start, Duration workingTime) {
        Violations violations = Violations.of("Working time after " + start)
                .unless(!workingTime.isNegative(), "must not be negative, was %s", workingTime)
                .unless(
                        workingTime.equals(workingTime.truncatedTo(ChronoUnit.MICROS)),
                        "must be whole microseconds, was %s",
                        workingTime);
        check(violations, "start", start);
        // No calendar has more working time than time.
        violations
                .unless(workingTime.compareTo(Duration.between(start, LAST)) <= 0, BEYOND, workingTime)
                .throwIfAny();
    }

    static void requirePeriod(Instant from, Instant until) {
        Violations violations = Violations.of("Working time")
                .unless(!until.isBefore(from), "ends at %s before it begins at %s", until, from);
        check(violations, "from", from);
        check(violations, "until", until);
        violations.throwIfAny();
    }

    static InvalidValueException beyond(Instant start, Duration workingTime) {
        return new InvalidValueException("Working time after " + start, List.of(String.format(BEYOND, workingTime)));
    }

    private static void check(Violations violations, String name, Instant at) {
        violations
                .unless(!at.isBefore(FIRST) && !at.isAfter(LAST), "%s must be in the years 1 to 9999, was %s", name, at)
                .unless(
                        at.equals(at.truncatedTo(ChronoUnit.MICROS)),
                        "%s must be whole microseconds, was %s",
                        name,
                        at);
    }
}
