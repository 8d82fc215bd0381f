package org.gridrollout.core.metrics;

import org.gridrollout.api.software.ProductId;

/**
 * How a product's releases fared over a period, on all platforms.
 *
 * @param answers how its team answered the MU's questions about incidents that the team had filed
 * @param emergencies how many of its releases were expedited
 * @param waivers how many rules were waived for its releases
 */
public record ProductScorecard(
        ProductId product,
        Period period,
        Releases releases,
        LeadTime leadTime,
        Faults faults,
        DutyScore answers,
        long emergencies,
        long waivers) {

    /** A table for people. */
    @Override
    public String toString() {
        return Scorecards.text(this);
    }
}
