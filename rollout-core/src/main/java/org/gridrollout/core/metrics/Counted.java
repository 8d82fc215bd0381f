package org.gridrollout.core.metrics;

import org.gridrollout.api.sla.ObligationOutcome;

/**
 * How an obligation counts. Its code in a series is one of these, or, for one that was counted anew, both what it was and what
 * it is.
 */
@SuppressWarnings("EnumOrdinal") // a code in memory, never kept
enum Counted {
    PENDING,
    MET,
    MISSED,
    UNKNOWN,
    EXCUSED,
    WAIVED,
    CANCELLED;

    private static final Counted[] ALL = values();

    static Counted of(ObligationOutcome outcome) {
        return switch (outcome) {
            case PENDING -> PENDING;
            case MET -> MET;
            case MISSED -> MISSED;
            case EXCUSED -> EXCUSED;
            case WAIVED -> WAIVED;
            case CANCELLED -> CANCELLED;
        };
    }

    int code() {
        return ordinal();
    }

    /** The code of one that counts as {@code anew} since it was counted anew. */
    int code(Counted anew) {
        return (ordinal() + 1) * ALL.length + anew.ordinal();
    }

    static boolean isAnew(int code) {
        return code >= ALL.length;
    }

    /** How one of that code counts now. */
    static Counted now(int code) {
        return ALL[code % ALL.length];
    }

    /** How one of that code counted before it was counted anew, or counts if it was not. */
    static Counted before(int code) {
        return isAnew(code) ? ALL[code / ALL.length - 1] : ALL[code];
    }

    /** So many of that sort. */
    Tally tally(long count) {
        return switch (this) {
            case PENDING -> new Tally(count, 0, 0, 0, 0, 0, 0);
            case MET -> new Tally(0, count, 0, 0, 0, 0, 0);
            case MISSED -> new Tally(0, 0, count, 0, 0, 0, 0);
            case UNKNOWN -> new Tally(0, 0, 0, count, 0, 0, 0);
            case EXCUSED -> new Tally(0, 0, 0, 0, count, 0, 0);
            case WAIVED -> new Tally(0, 0, 0, 0, 0, count, 0);
            case CANCELLED -> new Tally(0, 0, 0, 0, 0, 0, count);
        };
    }
}
