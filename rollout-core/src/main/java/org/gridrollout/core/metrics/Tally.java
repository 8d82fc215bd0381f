package org.gridrollout.core.metrics;

import org.gridrollout.api.sla.ObligationOutcome;

/**
 * Obligations by how they count. Each counts once, in one of these.
 *
 * @param pending still owed
 * @param unknown kept by silence alone, by a site that never ran the release in the time: whether it would have spoken up
 *     nobody can know
 */
public record Tally(long pending, long met, long missed, long unknown, long excused, long waived, long cancelled) {

    /** No obligations. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                pending + other.pending,
                met + other.met,
                missed + other.missed,
                unknown + other.unknown,
                excused + other.excused,
                waived + other.waived,
                cancelled + other.cancelled);
    }

    /** All of them. */
    public long total() {
        return due() + pending + waived + cancelled;
    }

    /** What fell due and counts: met, missed, unknown or excused. What was let go or no longer needed was never due. */
    public long due() {
        return met + missed + unknown + excused;
    }

    /** Met, of what fell due without what is excused or unknown; undefined if nothing is left. */
    public Share honour() {
        return new Share(met, due() - excused - unknown);
    }

    /** Unknown, of what fell due; undefined if nothing did. */
    public Share unknownShare() {
        return new Share(unknown, due());
    }

    /** How many count so; {@link ObligationOutcome#MET} without what is unknown. */
    public long of(ObligationOutcome outcome) {
        return switch (outcome) {
            case PENDING -> pending;
            case MET -> met;
            case MISSED -> missed;
            case WAIVED -> waived;
            case EXCUSED -> excused;
            case CANCELLED -> cancelled;
        };
    }
}
