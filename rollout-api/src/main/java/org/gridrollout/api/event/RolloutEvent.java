package org.gridrollout.api.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.rollout.Waiver;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Finding;

/**
 * What happened to a rollout. Folding a rollout's events gives its snapshot; an event says everything the fold needs, so
 * that replay never asks a policy, a clock or a repository.
 */
public sealed interface RolloutEvent
        permits RolloutEvent.Contributed,
                RolloutEvent.BetaPublished,
                RolloutEvent.Refused,
                RolloutEvent.Announced,
                RolloutEvent.AnnouncedToNobody,
                RolloutEvent.SitesAdded,
                RolloutEvent.Extended,
                RolloutEvent.Deployed,
                RolloutEvent.Undeployed,
                RolloutEvent.ReportedWorking,
                RolloutEvent.Held,
                RolloutEvent.HoldReleased,
                RolloutEvent.HoldEscalated,
                RolloutEvent.Waived,
                RolloutEvent.Expedited,
                RolloutEvent.FoundInconclusive,
                RolloutEvent.Cleared,
                RolloutEvent.PromotionDecided,
                RolloutEvent.PromotionAborted,
                RolloutEvent.ProductionPublished,
                RolloutEvent.RemovalPublished,
                RolloutEvent.RemovalAbandoned,
                RolloutEvent.Rejected,
                RolloutEvent.Withdrawn,
                RolloutEvent.Superseded,
                RolloutEvent.CheckRecorded,
                SiteEvent,
                IncidentEvent,
                RestorationEvent,
                RetirementEvent {

    /** When it took effect: the instant of the command, or the first instant after a period that ended by itself. */
    Instant at();

    /** Its column in the transition table. */
    EventType type();

    /**
     * Accepted from the product team.
     *
     * @param remarks what somebody should look at although nothing forbids it, a sentence each
     */
    record Contributed(
            Instant at,
            Actor by,
            Release release,
            List<Obligation> obligations,
            PendingPublication publication,
            List<String> remarks)
            implements RolloutEvent {
        public Contributed {
            obligations = List.copyOf(obligations);
            remarks = List.copyOf(remarks);
        }

        /** With nothing to remark. */
        public Contributed(
                Instant at, Actor by, Release release, List<Obligation> obligations, PendingPublication publication) {
            this(at, by, release, obligations, publication, List.of());
        }

        @Override
        public EventType type() {
            return EventType.CONTRIBUTED;
        }
    }

    /** Beta serves it. */
    record BetaPublished(Instant at, long generation) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.BETA_PUBLISHED;
        }
    }

    /** Beta publication was refused. */
    record Refused(Instant at, List<String> reasons) implements RolloutEvent {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public EventType type() {
            return EventType.REFUSED;
        }
    }

    /** Announced to rollout sites; their obligations began. */
    record Announced(Instant at, Actor by, Observation observation, List<Obligation> obligations)
            implements RolloutEvent {
        public Announced {
            obligations = List.copyOf(obligations);
        }

        @Override
        public EventType type() {
            return EventType.ANNOUNCED;
        }
    }

    /** The MU went on without rollout sites. */
    record AnnouncedToNobody(Instant at, Actor by, String reason) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.ANNOUNCED_TO_NOBODY;
        }
    }

    /** More sites were announced to. */
    record SitesAdded(Instant at, Actor by, Observation observation, List<Obligation> obligations)
            implements RolloutEvent {
        public SitesAdded {
            obligations = List.copyOf(obligations);
        }

        @Override
        public EventType type() {
            return EventType.SITES_ADDED;
        }
    }

    /** More time was given; the sites owe reports again. */
    record Extended(Instant at, Actor by, String reason, Observation observation, List<Obligation> obligations)
            implements RolloutEvent {
        public Extended {
            obligations = List.copyOf(obligations);
        }

        @Override
        public EventType type() {
            return EventType.EXTENDED;
        }
    }

    /** A site runs it. */
    record Deployed(Instant at, Deployment deployment) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.DEPLOYED;
        }
    }

    /** A site went to another version. */
    record Undeployed(Instant at, SiteId site) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.UNDEPLOYED;
        }
    }

    /** A site said that it works. */
    record ReportedWorking(Instant at, SiteReport report) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.REPORTED_WORKING;
        }
    }

    /** Stopped. */
    record Held(Instant at, Hold hold) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.HELD;
        }
    }

    /**
     * Goes on where it came from.
     *
     * @param longer by how much what sites owe and the observation period are prolonged; zero if not at all
     */
    record HoldReleased(Instant at, RolloutState backTo, String reason, Duration longer) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.HOLD_RELEASED;
        }
    }

    /** A hold's expiry passed without anybody releasing it. */
    record HoldEscalated(Instant at) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.HOLD_ESCALATED;
        }
    }

    /** A rule may be passed. */
    record Waived(Instant at, Waiver waiver) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.WAIVED;
        }
    }

    /** Evidence is not waited for. */
    record Expedited(Instant at, Actor by, String reason) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.EXPEDITED;
        }
    }

    /** Every period is over and there is not enough evidence. */
    record FoundInconclusive(Instant at, String reason, List<Party> mustAct) implements RolloutEvent {
        public FoundInconclusive {
            mustAct = List.copyOf(mustAct);
        }

        @Override
        public EventType type() {
            return EventType.FOUND_INCONCLUSIVE;
        }
    }

    /**
     * Good for wider deployment.
     *
     * @param findings what was found then
     */
    record Cleared(Instant at, List<Finding> findings) implements RolloutEvent {
        public Cleared {
            findings = List.copyOf(findings);
        }

        @Override
        public EventType type() {
            return EventType.CLEARED;
        }
    }

    /** Production is to take it. */
    record PromotionDecided(Instant at, Actor by, List<Finding> findings, PendingPublication publication)
            implements RolloutEvent {
        public PromotionDecided {
            findings = List.copyOf(findings);
        }

        @Override
        public EventType type() {
            return EventType.PROMOTION_DECIDED;
        }
    }

    /** Production refused it; nothing was visible. */
    record PromotionAborted(Instant at, List<String> reasons) implements RolloutEvent {
        public PromotionAborted {
            reasons = List.copyOf(reasons);
        }

        @Override
        public EventType type() {
            return EventType.PROMOTION_ABORTED;
        }
    }

    /**
     * Production serves it.
     *
     * @param betaRemoval what beta no longer needs to offer, if anything
     */
    record ProductionPublished(Instant at, long generation, Optional<PendingPublication> betaRemoval)
            implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.PRODUCTION_PUBLISHED;
        }
    }

    /** A repository no longer offers packages of it. */
    record RemovalPublished(Instant at, ChangeSetId changeSet, long generation) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.REMOVAL_PUBLISHED;
        }
    }

    /** A repository refused to remove packages of it; they stay there. */
    record RemovalAbandoned(Instant at, ChangeSetId changeSet, List<String> reasons) implements RolloutEvent {
        public RemovalAbandoned {
            reasons = List.copyOf(reasons);
        }

        @Override
        public EventType type() {
            return EventType.REMOVAL_ABANDONED;
        }
    }

    /** A critical incident before production. */
    record Rejected(Instant at, IncidentId incident, Optional<PendingPublication> betaRemoval) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.REJECTED;
        }
    }

    /** Taken back by its team. */
    record Withdrawn(Instant at, Actor by, String reason, Optional<PendingPublication> betaRemoval)
            implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.WITHDRAWN;
        }
    }

    /**
     * A newer release took its place.
     *
     * @param beforeEvidence whether it was superseded before production without any site having run it
     */
    record Superseded(Instant at, ReleaseId by, boolean beforeEvidence, Optional<PendingPublication> betaRemoval)
            implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.SUPERSEDED;
        }
    }

    /** A check outside this library said something of it. */
    record CheckRecorded(Instant at, CheckResult result, Actor by) implements RolloutEvent {
        @Override
        public EventType type() {
            return EventType.CHECK_RECORDED;
        }
    }
}
