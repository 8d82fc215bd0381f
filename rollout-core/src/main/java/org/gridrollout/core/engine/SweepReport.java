package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.List;
import org.gridrollout.api.software.ReleaseId;

/**
 * What a sweep found to do.
 *
 * @param at the instant it swept up to
 * @param moved rollouts something happened to
 * @param noticesDelivered how many notices were handed to the announcer
 * @param failures what could not be done now and comes again with the next sweep, a sentence each
 */
public record SweepReport(Instant at, List<ReleaseId> moved, int noticesDelivered, List<String> failures) {

    public SweepReport {
        moved = List.copyOf(moved);
        failures = List.copyOf(failures);
    }
}
