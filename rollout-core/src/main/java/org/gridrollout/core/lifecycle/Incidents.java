package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.verdict.Verdict;

/** Problems come in through one channel at every stage, never refused and never lost; and what a critical one leads to. */
final class Incidents {

    private Incidents() {}

    static Optional<Verdict> handle(Draft draft, IncidentCommand command) {
        return command instanceof FileIncident file ? file(draft, file) : Triage.handle(draft, command);
    }

    private static Optional<Verdict> file(Draft draft, FileIncident command) {
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
        Incident incident = Incident.filed(
                command.incident(),
                command.actor(),
                draft.now(),
                command.summary(),
                command.installedFrom(),
                affected(draft.release(), command.affected()));
        draft.record(new IncidentEvent.IncidentFiled(draft.now(), incident, triage(draft, incident)));
        if (command.actor().role() == Role.SITE) {
            SiteId site = SiteId.of(command.actor().organisation());
            Answers.byDeed(draft, site);
            Obligations.end(draft, Obligations.of(Duty.REPORT, site), ObligationOutcome.MET);
        }
        Holding.holdForUndecided(draft);
        return Optional.empty();
    }

    /** Exact versions, always: the one named, if it is of this release, else all of them. */
    private static List<Nevra> affected(Release release, Optional<Nevra> named) {
        List<Nevra> all = release.packages().stream().map(PackageRef::nevra).toList();
        return named.filter(all::contains).map(List::of).orElse(all);
    }

    /** What follows where a critical incident stands and the release is offered to clients. */
    static void critical(Draft draft, IncidentId incident) {
        Rollout rollout = draft.rollout();
        if (TransitionTable.permits(rollout.state(), EventType.REJECTED)) {
            draft.record(new RolloutEvent.Rejected(draft.now(), incident, ChangeSets.outOfBeta(rollout, draft.now())));
            Obligations.end(draft, Obligations.owedBySites(), ObligationOutcome.CANCELLED);
        } else if (rollout.state() == RolloutState.IN_PRODUCTION) {
            Restorations.open(draft, incident);
        }
        // Elsewhere it is on record: a pending publication is settled first, an ended rollout has ended.
    }

    /** Problems of a release that is superseded are assumed in its successor until somebody decides them there. */
    static void inherit(Draft draft, Rollout older) {
        for (Incident each : older.undecidedIncidents()) {
            triaged(draft, older, each.id(), ObligationOutcome.CANCELLED);
            if (draft.rollout().incident(each.id()).isEmpty()) {
                Incident inherited = each.inheritedBy(older.id(), affected(draft.release(), Optional.empty()));
                draft.record(new IncidentEvent.IncidentInherited(draft.now(), inherited, triage(draft, inherited)));
            }
        }
    }

    /** A release in production resolves what it says it resolves, and what made its predecessor faulty. */
    static void resolve(Draft draft, Rollout older) {
        for (Incident each : older.incidents()) {
            boolean claimed = draft.release().resolves().contains(each.id());
            boolean fault = older.state() == RolloutState.FAULTY
                    && older.criticalIncidents().contains(each);
            boolean open = each.status() == Incident.Status.DECIDED;
            if (open && (claimed || fault)) {
                draft.record(
                        older.id(),
                        new IncidentEvent.IncidentResolved(
                                draft.now(), each.id(), draft.release().id()));
            }
        }
    }

    static void triaged(Draft draft, Rollout rollout, IncidentId incident, ObligationOutcome outcome) {
        Obligations.end(draft, rollout, Obligations.about(Duty.TRIAGE, incident.value()), outcome, "");
        if (outcome == ObligationOutcome.MET) {
            Obligations.end(
                    draft,
                    draft.rollout(rollout.id()),
                    Obligations.about(Duty.ANSWER, incident.value()).and(Obligation::isPending),
                    ObligationOutcome.CANCELLED,
                    "decided without it");
        }
    }

    private static Obligation triage(Draft draft, Incident incident) {
        Instant from = draft.now();
        return Obligations.ofMiddlewareUnit(
                draft.policy(),
                Duty.TRIAGE,
                incident.id().value(),
                from,
                draft.policy().triageWithin());
    }
}
