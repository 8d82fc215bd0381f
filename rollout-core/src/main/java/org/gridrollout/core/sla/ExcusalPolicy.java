package org.gridrollout.core.sla;

import java.time.Duration;
import org.gridrollout.api.Violations;

/**
 * When a downtime excuses what a site owes.
 *
 * @param notice a scheduled downtime excuses only if it begins more than this behind an unscheduled one and behind those
 *     that followed it as closely, or was declared more than this before the unscheduled one began; from 0 to 366 days
 * @param share down for at least this share of an obligation's period excuses it; above 0 and at most 1
 */
public record ExcusalPolicy(Duration notice, double share) {

    // Before STANDARD, which is checked against it.
    private static final Duration LONGEST = Duration.ofDays(366);

    /** A day's distance; half of the period. */
    public static final ExcusalPolicy STANDARD = new ExcusalPolicy(Duration.ofHours(24), 0.5);

    public ExcusalPolicy {
        Violations.of("ExcusalPolicy")
                .unless(
                        !notice.isNegative() && notice.compareTo(LONGEST) <= 0,
                        "notice must be from 0 to 366 days, was %s",
                        notice)
                .unless(share > 0 && share <= 1, "share must be above 0 and at most 1, was %s", share)
                .throwIfAny();
    }
}
