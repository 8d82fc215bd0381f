package org.gridrollout.api.rollout;

/** At which gates a waiver counts. */
public enum Scope {
    /** Until the release is good, and no further. */
    CLEARING,
    /** Only on the way into production. */
    PROMOTION,
    EVERYWHERE;

    /** Whether a waiver of this scope counts at {@code gate}. */
    public boolean covers(Gate gate) {
        return switch (this) {
            case CLEARING -> gate == Gate.CLEARING;
            case PROMOTION -> gate == Gate.PROMOTION;
            case EVERYWHERE -> true;
        };
    }
}
