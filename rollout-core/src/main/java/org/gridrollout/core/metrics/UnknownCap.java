package org.gridrollout.core.metrics;

import org.gridrollout.api.Violations;

/**
 * How much may be unknown before what is known decides nothing any more.
 *
 * @param share of what fell due, from 0 to 1; at exactly this much honour still counts
 */
public record UnknownCap(double share) {

    /** 10 %, as EGI's operations centre asked of its sites' monthly figures. */
    public static final UnknownCap STANDARD = new UnknownCap(0.1);

    public UnknownCap {
        Violations.of("UnknownCap")
                .unless(share >= 0 && share <= 1, "must be a share from 0 to 1, was %s", share)
                .throwIfAny();
    }

    /** Whether that much unknown is still within it; nothing due is. */
    public boolean allows(Share unknown) {
        return unknown.value().orElse(0) <= share;
    }
}
