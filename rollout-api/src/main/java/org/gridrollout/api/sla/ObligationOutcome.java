package org.gridrollout.api.sla;

/** How an obligation stands. PENDING is open; each of the others is final. */
public enum ObligationOutcome {
    PENDING,
    /** Done on time. */
    MET,
    /** Not done on time. */
    MISSED,
    /** The MU let it go. */
    WAIVED,
    /** Could not be expected, for a reason declared in time. */
    EXCUSED,
    /** No longer needed: the rollout ended first. */
    CANCELLED;

    /** Whether it is final. */
    public boolean ended() {
        return this != PENDING;
    }
}
