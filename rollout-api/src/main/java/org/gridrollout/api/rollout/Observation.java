package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.Violations;

/**
 * The time in which rollout sites' reports are due. It starts when the release is visible in beta and announced.
 *
 * @param dueAt the last instant that is on time; the period is over after it
 */
public record Observation(Instant startedAt, Instant dueAt) {

    public Observation {
        Violations.of("Observation")
                .unless(!dueAt.isBefore(startedAt), "ends before it starts")
                .throwIfAny();
    }

    /** Whether the period is over at {@code instant}: strictly after its due instant. */
    public boolean isOverAt(Instant instant) {
        return instant.isAfter(dueAt);
    }
}
