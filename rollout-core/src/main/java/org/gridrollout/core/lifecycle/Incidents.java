package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.DecideCriticality;
import org.gridrollout.api.command.RolloutCommand.FileIncident;
import org.gridrollout.api.command.RolloutCommand.LowerCriticality;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;

/** Problems: one channel at every stage, never refused and never lost; the MU decides how critical they are. */
final class Incidents {

    private Incidents() {}

    static Optional<Verdict> file(Draft draft, FileIncident command) {
        Optional<Incident> known = draft.rollout().incident(command.incident());
        if (known.isPresent()) {
            return new Guards("File incident on", draft)
                    .require(
                            known.get().filedBy().equals(command.actor())
                                    && known.get().summary().equals(command.summary()),
                            "incident-id-new",
                            "An incident " + command.incident() + " with other content was filed before.",
                            Party.NOBODY)
                    .refusal();
        }
        Incident incident = new Incident(
                command.incident(),
                command.actor(),
                draft.now(),
                command.summary(),
                command.installedFrom(),
                command.affected(),
                Criticality.UNDECIDED,
                Optional.empty(),
                "",
                "",
                "");
        draft.record(new RolloutEvent.IncidentFiled(draft.now(), incident, triage(draft, incident)));
        if (command.actor().role() == Role.SITE) {
            SiteId site = SiteId.of(command.actor().organisation());
            Obligations.end(draft, Obligations.of(Duty.REPORT, site), ObligationOutcome.MET);
        }
        Holding.holdForUndecided(draft);
        return Optional.empty();
    }

    static Optional<Verdict> decide(Draft draft, DecideCriticality command) {
        Optional<Incident> known = draft.rollout().incident(command.incident());
        Criticality was = known.map(Incident::criticality).orElse(Criticality.UNDECIDED);
        if (known.isPresent() && was == command.criticality()) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = new Guards("Decide " + command.incident() + " on", draft)
                .require(
                        known.isPresent(),
                        "incident-known",
                        "No incident " + command.incident() + " was filed on "
                                + draft.rollout().id() + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        was != Criticality.CRITICAL,
                        "criticality-only-rises",
                        command.incident() + " is critical; lowering that takes two persons, and a faulty release.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.CriticalityDecided(
                    draft.now(),
                    command.incident(),
                    command.criticality(),
                    command.actor(),
                    command.reason(),
                    command.workaround()));
            triaged(draft, draft.rollout(), command.incident(), ObligationOutcome.MET);
            if (command.criticality() == Criticality.CRITICAL) {
                critical(draft, command.incident());
            } else {
                Holding.releaseIfDecided(draft, command.incident() + " is not critical: " + command.reason());
            }
        }
        return refusal;
    }

    static Optional<Verdict> lower(Draft draft, LowerCriticality command) {
        List<Incident> critical = draft.rollout().criticalIncidents();
        Optional<Verdict> refusal = new Guards("Lower " + command.incident() + " on", draft)
                .state(draft.rollout(), EventType.CRITICALITY_LOWERED)
                .require(
                        critical.stream().anyMatch(each -> each.id().equals(command.incident())),
                        "incident-critical",
                        command.incident() + " is no critical incident of "
                                + draft.rollout().id() + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        command.secondPerson().role() == Role.MIDDLEWARE_UNIT
                                && !command.secondPerson()
                                        .name()
                                        .equals(command.actor().name()),
                        "second-person",
                        "Lowering needs a second person of the MU besides "
                                + command.actor().name() + ".",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            RolloutState to = critical.size() == 1 ? RolloutState.IN_PRODUCTION : RolloutState.FAULTY;
            draft.record(new RolloutEvent.CriticalityLowered(
                    draft.now(), command.incident(), command.actor(), command.secondPerson(), command.reason(), to));
            if (to == RolloutState.IN_PRODUCTION) {
                Obligations.end(draft, Obligations.of(Duty.RESTORE), ObligationOutcome.CANCELLED);
            }
        }
        return refusal;
    }

    /** What follows where a critical incident stands and the release is offered to clients. */
    static void critical(Draft draft, IncidentId incident) {
        Rollout rollout = draft.rollout();
        if (TransitionTable.permits(rollout.state(), EventType.REJECTED)) {
            draft.record(new RolloutEvent.Rejected(draft.now(), incident, ChangeSets.outOfBeta(rollout, draft.now())));
            Obligations.end(draft, Obligations.owedBySites(), ObligationOutcome.CANCELLED);
        } else if (rollout.state() == RolloutState.IN_PRODUCTION) {
            draft.record(faulty(draft, incident));
        }
        // Elsewhere it is on record: a pending publication is settled first, an ended rollout has ended.
    }

    /** Problems of a release that is superseded are assumed in its successor until somebody decides them there. */
    static void inherit(Draft draft, Rollout older) {
        for (Incident each : older.undecidedIncidents()) {
            triaged(draft, older, each.id(), ObligationOutcome.CANCELLED);
            if (draft.rollout().incident(each.id()).isEmpty()) {
                Incident inherited = each.inheritedBy(older.id().value());
                draft.record(new RolloutEvent.IncidentInherited(draft.now(), inherited, triage(draft, inherited)));
            }
        }
    }

    private static Obligation triage(Draft draft, Incident incident) {
        return Obligations.ofMiddlewareUnit(
                Duty.TRIAGE,
                incident.id().value(),
                draft.now(),
                draft.context().policy().triageWithin());
    }

    private static void triaged(Draft draft, Rollout rollout, IncidentId incident, ObligationOutcome outcome) {
        Obligations.end(
                draft,
                rollout,
                each -> each.duty() == Duty.TRIAGE && each.subject().equals(incident.value()),
                outcome);
    }

    private static RolloutEvent.FoundFaulty faulty(Draft draft, IncidentId incident) {
        Instant now = draft.now();
        Obligation owed = Obligations.ofMiddlewareUnit(
                Duty.RESTORE, incident.value(), now, draft.context().policy().restoreWithin());
        List<SiteId> affected = draft.rollout().deployments().stream()
                .filter(each -> each.until().isEmpty())
                .sorted(Comparator.comparing(each -> each.basis() != Deployment.Basis.OWN_RISK))
                .map(Deployment::site)
                .toList();
        Restoration restoration = new Restoration(
                now,
                owed.dueAt(),
                List.of(incident),
                affected,
                Restoration.Status.OPEN,
                Optional.empty(),
                Optional.empty());
        return new RolloutEvent.FoundFaulty(now, restoration, owed);
    }
}
