package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.ConsentToSupersede;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.Restored;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;

/** Rollouts that end by withdrawal or by a successor. */
final class Ending {

    private Ending() {}

    static Optional<Verdict> withdraw(Draft draft, Withdraw command) {
        Optional<Verdict> refusal = new Guards("Withdraw", draft)
                .state(draft.rollout(), EventType.WITHDRAWN)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.Withdrawn(
                    draft.now(),
                    command.actor(),
                    command.reason(),
                    ChangeSets.outOfBeta(draft.rollout(), draft.now())));
            Obligations.end(draft, Obligations.owedBySites(), ObligationOutcome.CANCELLED);
            Obligations.end(draft, Obligations.of(Duty.INTAKE), ObligationOutcome.CANCELLED);
        }
        return refusal;
    }

    static Optional<Verdict> supersede(Draft draft, ConsentToSupersede command) {
        Optional<Rollout> newer = draft.others().stream()
                .filter(each -> each.id().equals(command.newer()))
                .filter(each -> each.state().isBeforeProduction() && each.state() != RolloutState.CONTRIBUTED)
                .filter(each -> ProductLines.succeeds(
                        each, draft.rollout(), draft.context().versions()))
                .findFirst();
        Optional<Verdict> refusal = new Guards("Supersede", draft)
                .state(draft.rollout(), EventType.SUPERSEDED)
                .require(
                        draft.rollout().state().isBeforeProduction(),
                        "not-in-production",
                        draft.rollout().id() + " is in production; only a release in production takes its place.",
                        Party.NOBODY)
                .require(
                        newer.isPresent(),
                        "successor-in-beta",
                        command.newer()
                                + " is no release of this product in beta that brings all its components in higher versions.",
                        Party.release(command.newer()))
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(superseded(draft, draft.rollout(), newer.orElseThrow()));
            cancelled(draft, draft.rollout());
        }
        return refusal;
    }

    /** The rollout decided on takes an older one's place, with its open problems. */
    static void supersede(Draft draft, Rollout older) {
        Incidents.inherit(draft, older);
        if (draft.rollout().state() == RolloutState.IN_PRODUCTION) {
            Incidents.resolve(draft, older);
        }
        draft.record(older.id(), superseded(draft, older, draft.rollout()));
        Obligations.end(draft, draft.rollout(older.id()), Obligations.of(Duty.RESTORE), ObligationOutcome.MET, "");
        restored(draft, older);
        cancelled(draft, draft.rollout(older.id()));
    }

    private static void restored(Draft draft, Rollout older) {
        if (older.state() == RolloutState.FAULTY) {
            Restoration restoration = older.restoration().orElseThrow();
            draft.record(new RestorationEvent.RestoredService(
                    draft.now(), new Restored(older.id(), restoration.brokenSince(), restoration.attempt())));
        }
    }

    private static RolloutEvent.Superseded superseded(Draft draft, Rollout older, Rollout newer) {
        boolean beforeEvidence =
                older.state().isBeforeProduction() && older.deployments().isEmpty();
        return new RolloutEvent.Superseded(
                draft.now(), newer.id(), beforeEvidence, ChangeSets.outOfBeta(older, draft.now()));
    }

    private static void cancelled(Draft draft, Rollout ended) {
        Obligations.end(draft, ended, Obligations.owedBySites(), ObligationOutcome.CANCELLED, "");
    }
}
