package org.gridrollout.api.sla;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.gridrollout.api.Violations;

/** What every term has to be so that it can be measured. */
final class Terms {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    // Beyond any agreement, and far inside what instants can hold.
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Terms() {}

    static void check(Violations violations, String name, Duration term) {
        violations
                .unless(
                        term.compareTo(SHORTEST) >= 0,
                        "%s of %s is too short to be measured; give at least one minute",
                        name,
                        term)
                .unless(
                        term.compareTo(LONGEST) <= 0,
                        "%s of %s is longer than anybody will measure; give at most 100 years",
                        name,
                        term)
                .unless(
                        term.equals(term.truncatedTo(ChronoUnit.MICROS)),
                        "%s of %s is finer than what is recorded; give whole microseconds",
                        name,
                        term);
    }
}
