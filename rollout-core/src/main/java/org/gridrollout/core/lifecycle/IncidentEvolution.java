package org.gridrollout.core.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;

/** The fold of what happened to problems. */
final class IncidentEvolution {

    private IncidentEvolution() {}

    static Rollout apply(Rollout rollout, IncidentEvent event) {
        if (event instanceof IncidentEvent.IncidentFiled filed) {
            return begun(rollout, filed.incident(), filed.triage());
        } else if (event instanceof IncidentEvent.IncidentInherited inherited) {
            return begun(rollout, inherited.incident(), inherited.triage());
        } else if (event instanceof IncidentEvent.CriticalityDecided decided) {
            return decided(rollout, decided);
        } else if (event instanceof IncidentEvent.LoweringProposed proposed) {
            return change(rollout, proposed.incident(), each -> each.withLoweringProposedBy(proposed.by()));
        } else if (event instanceof IncidentEvent.CriticalityLowered lowered) {
            return lowered(rollout, lowered);
        } else if (event instanceof IncidentEvent.IncidentDismissed dismissed) {
            return change(rollout, dismissed.incident(), each -> each.dismissed(dismissed.at(), dismissed.reason()));
        } else if (event instanceof IncidentEvent.DuplicateMarked marked) {
            return change(rollout, marked.incident(), each -> each.duplicateOf(marked.original(), marked.at()));
        } else if (event instanceof IncidentEvent.InformationAsked asked) {
            return asked(rollout, asked);
        } else if (event instanceof IncidentEvent.InformationProvided provided) {
            return change(
                    rollout,
                    provided.incident(),
                    each -> each.withQuestion(each.question().map(question -> question.answered(provided.answer())))
                            .withStatus(
                                    each.status() == Incident.Status.NEEDS_INFO
                                            ? Incident.Status.FILED
                                            : each.status()));
        } else if (event instanceof IncidentEvent.IncidentResolved resolved) {
            return change(
                    rollout,
                    resolved.incident(),
                    each -> each.withResolvedBy(resolved.by()).withStatus(Incident.Status.RESOLVED));
        } else if (event instanceof IncidentEvent.IncidentClosed closed) {
            return change(rollout, closed.incident(), each -> each.withStatus(Incident.Status.CLOSED));
        }
        throw new IllegalArgumentException("unknown event " + event.getClass());
    }

    private static Rollout begun(Rollout rollout, Incident incident, Obligation triage) {
        return rollout.withIncidents(Evolution.plus(rollout.incidents(), List.of(incident)))
                .withObligations(Evolution.plus(rollout.obligations(), List.of(triage)));
    }

    private static Rollout decided(Rollout rollout, IncidentEvent.CriticalityDecided decided) {
        Rollout known = change(
                rollout,
                decided.incident(),
                each -> each.decided(decided.criticality(), decided.at(), decided.reason(), decided.workaround()));
        return known.state() == RolloutState.FAULTY && decided.criticality() == Criticality.CRITICAL
                ? known.withRestoration(known.restoration().map(each -> each.alsoFor(decided.incident())))
                : known;
    }

    private static Rollout lowered(Rollout rollout, IncidentEvent.CriticalityLowered lowered) {
        Rollout known = change(
                rollout,
                lowered.incident(),
                each -> each.decided(Criticality.NON_CRITICAL, lowered.at(), lowered.reason(), each.workaround()));
        return lowered.to() == RolloutState.FAULTY
                ? known
                : known.withRestoration(known.restoration().map(each -> each.notNeeded(lowered.at())));
    }

    private static Rollout asked(Rollout rollout, IncidentEvent.InformationAsked asked) {
        Rollout known = change(
                rollout,
                asked.incident(),
                each -> each.withStatus(Incident.Status.NEEDS_INFO).withQuestion(Optional.of(asked.question())));
        List<Obligation> obligations = Evolution.map(
                known.obligations(),
                each -> each.isPending()
                        && each.duty() == Duty.TRIAGE
                        && each.subject().equals(asked.incident().value()),
                each -> each.dueLater(asked.triageDueAt()));
        return known.withObligations(
                Evolution.plus(obligations, asked.answer().stream().toList()));
    }

    private static Rollout change(Rollout rollout, IncidentId which, UnaryOperator<Incident> how) {
        return rollout.withIncidents(
                Evolution.map(rollout.incidents(), each -> each.id().equals(which), how));
    }
}
