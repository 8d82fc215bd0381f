package org.gridrollout.api.event;

import java.time.Instant;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;

/** What sites answered, and what became of what was owed. */
public sealed interface SiteEvent extends RolloutEvent {

    /** A rollout site will deploy, or does not take part. */
    record Answered(Instant at, SiteId site, Answer answer) implements SiteEvent {
        @Override
        public EventType type() {
            return EventType.ANSWERED;
        }
    }

    /** Three quarters of the time have passed and it is still owed. */
    record ObligationNearDue(Instant at, ObligationId obligation) implements SiteEvent {
        @Override
        public EventType type() {
            return EventType.OBLIGATION_NEAR_DUE;
        }
    }

    /**
     * Something owed came to its one end.
     *
     * @param reason why, where the outcome alone does not say it; else empty
     */
    record ObligationEnded(Instant at, ObligationId obligation, ObligationOutcome outcome, String reason)
            implements SiteEvent {
        @Override
        public EventType type() {
            return EventType.OBLIGATION_ENDED;
        }
    }

    /** What was missed was done after all, late. */
    record ObligationDoneLate(Instant at, ObligationId obligation) implements SiteEvent {
        @Override
        public EventType type() {
            return EventType.OBLIGATION_DONE_LATE;
        }
    }

    /** An outcome is counted anew because of what became known later; the old one stays on record. */
    record ObligationRecomputed(Instant at, ObligationId obligation, ObligationOutcome outcome, String reason, Actor by)
            implements SiteEvent {
        @Override
        public EventType type() {
            return EventType.OBLIGATION_RECOMPUTED;
        }
    }
}
