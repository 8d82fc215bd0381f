package org.gridrollout.core.lifecycle;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;

/** What a repository's answer to a pending change set leads to. An answer that came before is ignored. */
final class Publishing {

    private Publishing() {}

    static Optional<Verdict> confirm(Draft draft, ConfirmPublication command) {
        Optional<PendingPublication> pending = pending(draft.rollout(), command.changeSet());
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        if (pending.get().changeSet().add().isEmpty()) {
            draft.record(new RolloutEvent.RemovalPublished(draft.now(), command.changeSet(), command.generation()));
        } else if (draft.rollout().state() == RolloutState.CONTRIBUTED) {
            inBeta(draft, command.generation());
        } else {
            inProduction(draft, command.generation());
        }
        return Optional.empty();
    }

    static Optional<Verdict> abort(Draft draft, AbortPublication command) {
        Optional<PendingPublication> pending = pending(draft.rollout(), command.changeSet());
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        if (pending.get().changeSet().add().isEmpty()) {
            draft.record(new RolloutEvent.RemovalAbandoned(draft.now(), command.changeSet(), command.reasons()));
        } else if (draft.rollout().state() == RolloutState.CONTRIBUTED) {
            draft.record(new RolloutEvent.Refused(draft.now(), command.reasons()));
            Obligations.end(draft, Obligations.of(Duty.INTAKE), ObligationOutcome.MET);
        } else {
            draft.record(new RolloutEvent.PromotionAborted(draft.now(), command.reasons()));
            whatWasFiledMeanwhile(draft);
        }
        return Optional.empty();
    }

    private static void inBeta(Draft draft, long generation) {
        draft.record(new RolloutEvent.BetaPublished(draft.now(), generation));
        Obligations.end(draft, Obligations.of(Duty.INTAKE), ObligationOutcome.MET);
        for (Rollout older : olderAndCovered(draft)) {
            // A good one is the MU's to give up; one on its way into production is past that.
            if (older.state().isBeforeProduction() && older.state() != RolloutState.GOOD) {
                Ending.supersede(draft, older);
            }
        }
        whatWasFiledMeanwhile(draft);
    }

    private static void inProduction(Draft draft, long generation) {
        draft.record(new RolloutEvent.ProductionPublished(
                draft.now(), generation, ChangeSets.outOfBeta(draft.rollout(), draft.now())));
        olderAndCovered(draft).forEach(each -> Ending.supersede(draft, each));
        criticalIncident(draft).ifPresent(each -> Incidents.critical(draft, each.id()));
    }

    private static void whatWasFiledMeanwhile(Draft draft) {
        Optional<Incident> critical = criticalIncident(draft);
        if (critical.isPresent()) {
            Incidents.critical(draft, critical.get().id());
        } else {
            Holding.holdForUndecided(draft);
        }
    }

    private static Optional<Incident> criticalIncident(Draft draft) {
        return draft.rollout().criticalIncidents().stream().findFirst();
    }

    private static List<Rollout> olderAndCovered(Draft draft) {
        return draft.others().stream()
                .filter(each -> each.state() != RolloutState.CONTRIBUTED && each.state() != RolloutState.PROMOTING)
                .filter(each -> ProductLines.succeeds(
                        draft.rollout(), each, draft.context().versions()))
                .toList();
    }

    private static Optional<PendingPublication> pending(Rollout rollout, ChangeSetId changeSet) {
        return rollout.pending().stream()
                .filter(each -> each.changeSet().id().equals(changeSet))
                .findFirst();
    }
}
