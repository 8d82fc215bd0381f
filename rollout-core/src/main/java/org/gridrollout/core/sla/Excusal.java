package org.gridrollout.core.sla;

import java.util.List;
import org.gridrollout.api.Violations;
import org.gridrollout.api.registry.DowntimeId;

/** Whether a site's downtimes excuse what it owed, and why. */
public sealed interface Excusal {

    /** The reason, for a person. */
    String sentence();

    /** Whether the obligation is excused. */
    default boolean excused() {
        return this instanceof Excused;
    }

    /** What excuses. */
    enum Ground {
        /** The site was down at the due instant. */
        DOWN_WHEN_DUE,
        /** The site was down for a large enough share of the period. */
        DOWN_FOR_THE_SHARE
    }

    /**
     * Excused.
     *
     * @param by the downtimes that excuse it, at least one; by start
     */
    record Excused(Ground ground, List<DowntimeId> by, String sentence) implements Excusal {

        public Excused {
            by = List.copyOf(by);
            Violations.of("Excused")
                    .unless(!by.isEmpty(), "must name a downtime")
                    .throwIfAny();
        }
    }

    /**
     * Still owed.
     *
     * @param disregarded the downtimes in the period that were known when it ended, with why each does not excuse; by
     *     start, may be empty
     */
    record NotExcused(List<Disregarded> disregarded, String sentence) implements Excusal {

        public NotExcused {
            disregarded = List.copyOf(disregarded);
        }
    }

    /** A downtime that does not excuse. */
    record Disregarded(DowntimeId downtime, Reason reason) {}

    /** Why a downtime does not excuse. */
    enum Reason {
        /** Called off before it started. */
        CANCELLED,
        /** Declared too late to be scheduled. */
        UNSCHEDULED,
        /** Too close behind an unscheduled one, directly or through others, and not planned before that. */
        REDECLARED,
        /** It counts, but covers neither the due instant nor enough of the period. */
        TOO_SHORT
    }
}
