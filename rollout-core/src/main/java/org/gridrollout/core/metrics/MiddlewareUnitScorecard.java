package org.gridrollout.core.metrics;

import java.util.Map;
import org.gridrollout.api.sla.Duty;

/**
 * How the Middleware Unit kept its own promises over a period. Response times of TRIAGE are the triage times, of INTAKE the
 * intake times.
 *
 * @param duties the score of each duty that it owed something of; in the order of {@link Duty}
 * @param restoringProduction from when service was first broken until a fix that lasted was in production, over those that
 *     came in the period; a fix that was itself faulty does not end it
 * @param clearingFleet from when service was first broken until no registered site ran the faulty release unaware, over those
 *     that came in the period
 * @param faultyFixes fixes that came into production in the period and were found faulty since
 * @param restorationsOpen restorations owed at the end of the period
 * @param holdsEscalated holds whose expiry passed in the period without anybody releasing them
 */
public record MiddlewareUnitScorecard(
        Period period,
        Map<Duty, DutyScore> duties,
        Times restoringProduction,
        Times clearingFleet,
        long faultyFixes,
        long restorationsOpen,
        long holdsEscalated) {

    /** How it kept one duty. */
    public DutyScore duty(Duty duty) {
        return duties.getOrDefault(duty, DutyScore.none(duty));
    }

    /** All it owed, by how it counts. */
    public Tally obligations() {
        return duties.values().stream().map(DutyScore::counted).reduce(Tally.NONE, Tally::plus);
    }

    /** A table for people. */
    @Override
    public String toString() {
        return Scorecards.text(this);
    }
}
