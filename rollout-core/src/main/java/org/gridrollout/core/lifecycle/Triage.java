package org.gridrollout.core.lifecycle;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.IncidentCommand.CloseIncident;
import org.gridrollout.api.command.IncidentCommand.DecideCriticality;
import org.gridrollout.api.command.IncidentCommand.Dismiss;
import org.gridrollout.api.command.IncidentCommand.LowerCriticality;
import org.gridrollout.api.command.IncidentCommand.MarkDuplicate;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;

/** What the MU makes of problems. A criticality rises at once; lowering it takes two persons. */
final class Triage {

    private Triage() {}

    static Optional<Verdict> handle(Draft draft, IncidentCommand command) {
        Optional<Incident> known = draft.rollout().incident(command.incident());
        if (known.isEmpty()) {
            return new Guards(command.getClass().getSimpleName(), draft)
                    .require(
                            false,
                            "incident-known",
                            "No incident " + command.incident() + " was filed on "
                                    + draft.rollout().id() + ".",
                            Party.MIDDLEWARE_UNIT)
                    .refusal();
        } else if (command instanceof DecideCriticality decide) {
            return decide(draft, decide, known.get());
        } else if (command instanceof LowerCriticality lower) {
            return lower(draft, lower, known.get());
        } else if (command instanceof Dismiss dismiss) {
            return dismiss(draft, dismiss, known.get());
        } else if (command instanceof MarkDuplicate mark) {
            return duplicate(draft, mark, known.get());
        } else if (command instanceof CloseIncident close) {
            return close(draft, close, known.get());
        }
        return Questions.handle(draft, command, known.get());
    }

    private static Optional<Verdict> decide(Draft draft, DecideCriticality command, Incident incident) {
        if (incident.criticality() == command.criticality()) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = onlyRises(new Guards("Decide " + incident.id() + " on", draft), incident)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new IncidentEvent.CriticalityDecided(
                    draft.now(),
                    incident.id(),
                    command.criticality(),
                    command.actor(),
                    command.reason(),
                    command.workaround()));
            Incidents.triaged(draft, draft.rollout(), incident.id(), ObligationOutcome.MET);
            if (command.criticality() == Criticality.CRITICAL) {
                Incidents.critical(draft, incident.id());
            } else {
                Holding.releaseIfDecided(draft, incident.id() + " is not critical: " + command.reason());
            }
        }
        return refusal;
    }

    private static Optional<Verdict> dismiss(Draft draft, Dismiss command, Incident incident) {
        if (incident.status() == Incident.Status.NOT_A_PROBLEM) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = onlyRises(new Guards("Dismiss " + incident.id() + " on", draft), incident)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(
                    new IncidentEvent.IncidentDismissed(draft.now(), incident.id(), command.actor(), command.reason()));
            Incidents.triaged(draft, draft.rollout(), incident.id(), ObligationOutcome.MET);
            Holding.releaseIfDecided(draft, incident.id() + " is no problem of it: " + command.reason());
        }
        return refusal;
    }

    private static Optional<Verdict> duplicate(Draft draft, MarkDuplicate command, Incident incident) {
        if (incident.original().filter(command.original()::equals).isPresent()) {
            return Optional.empty();
        }
        Optional<Incident> original = draft.rollout().incident(command.original());
        boolean hasDuplicates = draft.rollout().incidents().stream()
                .anyMatch(each -> each.original().filter(incident.id()::equals).isPresent());
        Optional<Verdict> refusal = onlyRises(new Guards("Mark " + incident.id() + " on", draft), incident)
                .require(
                        original.isPresent(),
                        "original-known",
                        "No incident " + command.original() + " was filed on "
                                + draft.rollout().id() + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        original.isEmpty() || original.get().original().isEmpty(),
                        "original-is-original",
                        command.original() + " is a duplicate itself; name the original.",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        !hasDuplicates,
                        "no-chain-of-duplicates",
                        "Others are marked as duplicates of " + incident.id() + "; it is an original.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(
                    new IncidentEvent.DuplicateMarked(draft.now(), incident.id(), command.original(), command.actor()));
            Incidents.triaged(draft, draft.rollout(), incident.id(), ObligationOutcome.MET);
            Holding.releaseIfDecided(draft, incident.id() + " is the same as " + command.original());
        }
        return refusal;
    }

    private static Optional<Verdict> close(Draft draft, CloseIncident command, Incident incident) {
        if (incident.status() == Incident.Status.CLOSED) {
            return Optional.empty();
        }
        boolean fault =
                draft.rollout().state() == RolloutState.FAULTY && incident.criticality() == Criticality.CRITICAL;
        Optional<Verdict> refusal = new Guards("Close " + incident.id() + " on", draft)
                .require(
                        !incident.isUndecided(),
                        "incident-decided",
                        incident.id() + " is not decided yet.",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        !fault,
                        "fault-resolved",
                        incident.id()
                                + " made the release faulty; it is closed when a restoring release is in production.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(
                    new IncidentEvent.IncidentClosed(draft.now(), incident.id(), command.actor(), command.reason()));
        }
        return refusal;
    }

    private static Optional<Verdict> lower(Draft draft, LowerCriticality command, Incident incident) {
        Optional<Actor> proposer = incident.loweringProposedBy();
        List<Incident> critical = draft.rollout().criticalIncidents();
        Optional<Verdict> refusal = new Guards("Lower " + incident.id() + " on", draft)
                .state(draft.rollout(), EventType.CRITICALITY_LOWERED)
                .require(
                        critical.contains(incident),
                        "incident-critical",
                        incident.id() + " is no critical incident of "
                                + draft.rollout().id() + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        proposer.isEmpty()
                                || !proposer.get().name().equals(command.actor().name()),
                        "second-person",
                        "Lowering needs a second person of the MU besides "
                                + command.actor().name() + ", who has proposed it.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty() && proposer.isEmpty()) {
            draft.record(
                    new IncidentEvent.LoweringProposed(draft.now(), incident.id(), command.actor(), command.reason()));
        } else if (refusal.isEmpty()) {
            RolloutState to = critical.size() == 1 ? RolloutState.IN_PRODUCTION : RolloutState.FAULTY;
            draft.record(new IncidentEvent.CriticalityLowered(
                    draft.now(), incident.id(), proposer.get(), command.actor(), command.reason(), to));
            if (to == RolloutState.IN_PRODUCTION) {
                Obligations.end(
                        draft,
                        draft.rollout(),
                        Obligations.of(Duty.RESTORE),
                        ObligationOutcome.CANCELLED,
                        "not needed");
            }
        }
        return refusal;
    }

    private static Guards onlyRises(Guards guards, Incident incident) {
        return guards.require(
                incident.criticality() != Criticality.CRITICAL,
                "criticality-only-rises",
                incident.id() + " is critical; lowering that takes two persons, and a faulty release.",
                Party.MIDDLEWARE_UNIT);
    }
}
