package org.gridrollout.api.event;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.rollout.Restored;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.ReleaseId;

/** From a critical incident in production to a fleet that no longer runs it. */
public sealed interface RestorationEvent extends RolloutEvent {

    /** A critical incident in production; a restoration is owed. */
    record FoundFaulty(Instant at, Restoration restoration, Obligation obligation) implements RestorationEvent {
        @Override
        public EventType type() {
            return EventType.FOUND_FAULTY;
        }
    }

    /** The MU chose a way. */
    record RestorationPlanned(Instant at, RestorationWay.Kind way, String note, Actor by) implements RestorationEvent {
        @Override
        public EventType type() {
            return EventType.RESTORATION_PLANNED;
        }
    }

    /**
     * A fix came nearer, or fell away.
     *
     * @param fix the release that is on its way; absent if none is any more
     */
    record RestorationMoved(Instant at, Restoration.Status status, Optional<ReleaseId> fix)
            implements RestorationEvent {
        @Override
        public EventType type() {
            return EventType.RESTORATION_MOVED;
        }
    }

    /** This release, in production now, took the place of a faulty one. */
    record RestoredService(Instant at, Restored restored) implements RestorationEvent {
        @Override
        public EventType type() {
            return EventType.RESTORED_SERVICE;
        }
    }

    /** A site knowingly stays on the faulty release. */
    record RiskAccepted(Instant at, SiteId site, Actor by, String reason) implements RestorationEvent {
        @Override
        public EventType type() {
            return EventType.RISK_ACCEPTED;
        }
    }

    /** No registered site runs the faulty release any more, but those that accepted the risk. */
    record FleetCleared(Instant at) implements RestorationEvent {
        @Override
        public EventType type() {
            return EventType.FLEET_CLEARED;
        }
    }
}
