package org.gridrollout.api.event;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.incident.Question;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.ReleaseId;

/** What happened to a problem. */
public sealed interface IncidentEvent extends RolloutEvent {

    /** A problem was filed; the MU owes its triage. */
    record IncidentFiled(Instant at, Incident incident, Obligation triage) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INCIDENT_FILED;
        }
    }

    /** An older release's open problem is assumed here until somebody decides it. */
    record IncidentInherited(Instant at, Incident incident, Obligation triage) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INCIDENT_INHERITED;
        }
    }

    /** The MU decided how bad a problem is. */
    record CriticalityDecided(
            Instant at, IncidentId incident, Criticality criticality, Actor by, String reason, String workaround)
            implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.CRITICALITY_DECIDED;
        }
    }

    /** One person of the MU proposed to lower a criticality; another one has to agree. */
    record LoweringProposed(Instant at, IncidentId incident, Actor by, String reason) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.LOWERING_PROPOSED;
        }
    }

    /**
     * A faulty release's criticality was lowered by two persons.
     *
     * @param to IN_PRODUCTION if no other incident is critical, else FAULTY still
     */
    record CriticalityLowered(
            Instant at, IncidentId incident, Actor by, Actor secondPerson, String reason, RolloutState to)
            implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.CRITICALITY_LOWERED;
        }
    }

    /** It is no problem of this release. */
    record IncidentDismissed(Instant at, IncidentId incident, Actor by, String reason) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INCIDENT_DISMISSED;
        }
    }

    /** It is the same problem as another one. */
    record DuplicateMarked(Instant at, IncidentId incident, IncidentId original, Actor by) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.DUPLICATE_MARKED;
        }
    }

    /**
     * The MU asked for more.
     *
     * @param answer what a site or team owes now; absent if the MU itself filed the incident
     * @param triageDueAt until when the MU has to decide, now that it waits for an answer
     */
    record InformationAsked(
            Instant at, IncidentId incident, Question question, Optional<Obligation> answer, Instant triageDueAt)
            implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INFORMATION_ASKED;
        }
    }

    /** More is known. */
    record InformationProvided(Instant at, IncidentId incident, Actor by, String answer) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INFORMATION_PROVIDED;
        }
    }

    /** A newer release in production no longer has it. */
    record IncidentResolved(Instant at, IncidentId incident, ReleaseId by) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INCIDENT_RESOLVED;
        }
    }

    /** Nothing more is expected. */
    record IncidentClosed(Instant at, IncidentId incident, Actor by, String reason) implements IncidentEvent {
        @Override
        public EventType type() {
            return EventType.INCIDENT_CLOSED;
        }
    }
}
