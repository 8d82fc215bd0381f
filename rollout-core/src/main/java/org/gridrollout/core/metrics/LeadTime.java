package org.gridrollout.core.metrics;

import java.util.Map;
import org.gridrollout.api.rollout.RolloutState;

/**
 * From contribution to production, over the releases that came into production in a period. For each release waiting and
 * working add up to the total; quantiles do not add up.
 *
 * @param waiting for periods to pass and for people to decide
 * @param working on publications
 * @param inState how long releases were in each state, over those that were in it at all; in the order of the states
 */
public record LeadTime(Times total, Times waiting, Times working, Map<RolloutState, Times> inState) {

    /** Whether a release that is on its way to production waits in that state; else somebody works on it. */
    public static boolean isWaiting(RolloutState state) {
        return switch (state) {
            case IN_BETA, // for the MU to announce it
                    ROLLING_OUT, // for its observation period
                    HELD, // for a decision on an incident, or whatever the MU holds it for
                    INCONCLUSIVE, // for the MU to extend it or go on without evidence
                    GOOD -> // for its promotion
                true;
            default -> false;
        };
    }
}
