package org.gridrollout.core.metrics;

import java.time.Instant;

/** What is counted of the Middleware Unit. */
final class UnitBook {

    /** Codes of restored service. */
    static final int LASTED = 0;

    static final int FAULTY_FIX = 1;

    /** Codes of what happened. */
    static final int OPENED = 0;

    static final int ENDED = 1;
    static final int HOLD_ESCALATED = 2;

    private final Dues dues = new Dues();
    private final Series restored = new Series();
    private final Series cleared = new Series();
    private final Series happenings = new Series();

    Dues dues() {
        return dues;
    }

    /** Service restored by a fix in production, with the time it took. */
    Series restored() {
        return restored;
    }

    /** Fleets that no longer run a faulty release, with the time it took. */
    Series cleared() {
        return cleared;
    }

    /** Restorations opened and ended, holds escalated. */
    Series happenings() {
        return happenings;
    }

    MiddlewareUnitScorecard scorecard(Period period) {
        Selection services = restored.select(period);
        Selection byThen = happenings.select(new Period(Instant.MIN, period.until()));
        return new MiddlewareUnitScorecard(
                period,
                dues.scores(period),
                services.times(),
                cleared.select(period).times(),
                services.count(FAULTY_FIX),
                byThen.count(OPENED) - byThen.count(ENDED),
                happenings.select(period).count(HOLD_ESCALATED));
    }
}
