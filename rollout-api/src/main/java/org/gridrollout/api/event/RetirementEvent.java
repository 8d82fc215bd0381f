package org.gridrollout.api.event;

import java.time.Instant;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.Retirement;

/** How a release goes out of support. */
public sealed interface RetirementEvent extends RolloutEvent {

    /** The MU announced the end and its deadlines. */
    record RetirementAnnounced(Instant at, Retirement retirement) implements RetirementEvent {
        @Override
        public EventType type() {
            return EventType.RETIREMENT_ANNOUNCED;
        }
    }

    /** Security problems are no longer repaired. */
    record SecuritySupportEnded(Instant at) implements RetirementEvent {
        @Override
        public EventType type() {
            return EventType.SECURITY_SUPPORT_ENDED;
        }
    }

    /** The deadline for sites to be on something else has passed. */
    record RetirementDue(Instant at) implements RetirementEvent {
        @Override
        public EventType type() {
            return EventType.RETIREMENT_DUE;
        }
    }

    /** Out of support, and out of production. */
    record Retired(Instant at, Actor by, String reason, PendingPublication removal) implements RetirementEvent {
        @Override
        public EventType type() {
            return EventType.RETIRED;
        }
    }
}
