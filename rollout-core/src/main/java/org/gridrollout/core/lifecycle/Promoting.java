package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.verdict.Verdict;

/** Good releases move to production; every rule is looked at again. */
final class Promoting {

    private Promoting() {}

    static Optional<Verdict> promote(Draft draft, Promote command) {
        if (draft.rollout().state() == RolloutState.PROMOTING) {
            return Optional.empty(); // decided before, on its way
        }
        Guards guards = new Guards("Promote", draft).state(draft.rollout(), EventType.PROMOTION_DECIDED);
        Verdict verdict = draft.context().judge(draft.rollout(), Gate.PROMOTION);
        if (!draft.rollout().state().isTerminal()) {
            guards.passes(verdict);
        }
        Optional<Verdict> refusal = guards.refusal();
        if (refusal.isEmpty()) {
            decide(draft, command.actor(), verdict);
        }
        return refusal;
    }

    static void decide(Draft draft, Actor by, Verdict verdict) {
        draft.record(new RolloutEvent.PromotionDecided(draft.now(), by, verdict.findings(), publication(draft)));
    }

    private static PendingPublication publication(Draft draft) {
        return draft.context()
                .around()
                .jointly()
                .map(change -> PendingPublication.of(change, draft.now()))
                .orElseGet(() -> ChangeSets.intoProduction(
                        draft.release(), draft.context().line(), draft.known(), draft.now()));
    }
}
