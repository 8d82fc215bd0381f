package org.gridrollout.core.metrics;

import org.gridrollout.api.sla.Duty;

/**
 * How one duty was kept, over the obligations whose due instant falls into a period.
 *
 * @param counted by how they count now, those counted anew by their new outcome
 * @param beforeRecomputation by how they counted before any was counted anew; the same if none was
 * @param recomputed how many were counted anew
 * @param faultsMissed how many of those count as missed since a fault is proven that the site was silent about
 * @param responseTimes from the start of an obligation until what was owed was done, in time or late; silence is not done
 */
public record DutyScore(
        Duty duty, Tally counted, Tally beforeRecomputation, long recomputed, long faultsMissed, Times responseTimes) {

    /** Nothing owed. */
    public static DutyScore none(Duty duty) {
        return new DutyScore(duty, Tally.NONE, Tally.NONE, 0, 0, Times.NONE);
    }

    /** Met, of what fell due without what is excused or unknown; undefined if nothing is left. */
    public Share honour() {
        return counted.honour();
    }
}
