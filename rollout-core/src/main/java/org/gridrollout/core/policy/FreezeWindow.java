package org.gridrollout.core.policy;

import java.time.Instant;
import org.gridrollout.api.Violations;

/**
 * A time in which nothing is announced or promoted. It closes those doors and holds nothing: periods run on.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record FreezeWindow(Instant from, Instant until, String reason) {

    public FreezeWindow {
        Violations.of("FreezeWindow")
                .unless(until.isAfter(from), "must end after it begins")
                .unless(!reason.isBlank(), "reason must not be blank")
                .throwIfAny();
    }

    /** Whether the freeze covers {@code instant}. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
