package org.gridrollout.api.rollout;

/** Where a rollout stands. What leads from one to another is the core's transition table. */
public enum RolloutState {
    /** Accepted from the product team; beta publication pending. */
    CONTRIBUTED,
    /** Beta serves it; not announced yet. */
    IN_BETA,
    /** Announced; obligations run. */
    ROLLING_OUT,
    /** Stopped by an undecided incident or by the MU; remembers where it came from. */
    HELD,
    /** Every period is over and the evidence policy is not met. */
    INCONCLUSIVE,
    /** Cleared for wider deployment. */
    GOOD,
    /** Promotion recorded; production publication pending. */
    PROMOTING,
    /** Production serves it. */
    IN_PRODUCTION,
    /** Critical incident in production; the MU owes a restoration; its packages stay until replaced. */
    FAULTY,
    /** Intake or beta publication refused. */
    REFUSED,
    /** A critical incident before production. */
    REJECTED,
    /** Taken back by its product team before production. */
    WITHDRAWN,
    /** A higher release of the product took its place. */
    SUPERSEDED,
    /** Taken out of support after production. */
    RETIRED;

    /** Whether nothing leads out of it. */
    public boolean isTerminal() {
        return switch (this) {
            case REFUSED, REJECTED, WITHDRAWN, SUPERSEDED, RETIRED -> true;
            default -> false;
        };
    }

    /** Whether production has not been decided on yet. */
    public boolean isBeforeProduction() {
        return switch (this) {
            case CONTRIBUTED, IN_BETA, ROLLING_OUT, HELD, INCONCLUSIVE, GOOD -> true;
            default -> false;
        };
    }

    /** Whether production serves it. */
    public boolean isInProduction() {
        return this == IN_PRODUCTION || this == FAULTY;
    }
}
