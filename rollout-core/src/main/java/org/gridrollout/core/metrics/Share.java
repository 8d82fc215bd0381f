package org.gridrollout.core.metrics;

import java.util.OptionalDouble;
import org.gridrollout.api.Violations;

/**
 * A part of a whole. Of nothing there is no share: it stays undefined, and is neither 0 nor 1.
 *
 * @param part from 0 to {@code whole}
 */
public record Share(long part, long whole) {

    public Share {
        Violations.of("Share")
                .unless(part >= 0 && part <= whole, "must be from 0 to the whole, was %d of %d", part, whole)
                .throwIfAny();
    }

    /** Whether there is a whole to have a share of. */
    public boolean isDefined() {
        return whole > 0;
    }

    /** From 0 to 1, the nearest double to the exact quotient; empty if undefined. */
    public OptionalDouble value() {
        return isDefined() ? OptionalDouble.of((double) part / whole) : OptionalDouble.empty();
    }

    /** In percent, rounded down to a tenth, or {@code undefined}. */
    public String inPercent() {
        return isDefined() ? Words.percent(part, whole) : Words.UNDEFINED;
    }

    /** For people: {@code 98.3 % (59 of 60)}, or {@code undefined}. */
    @Override
    public String toString() {
        return isDefined() ? inPercent() + " (" + part + " of " + whole + ")" : Words.UNDEFINED;
    }
}
