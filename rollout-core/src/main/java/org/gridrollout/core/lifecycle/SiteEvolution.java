package org.gridrollout.core.lifecycle;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.Recomputation;

/** The fold of what sites answered and of what became of what was owed. */
final class SiteEvolution {

    private SiteEvolution() {}

    static Rollout apply(Rollout rollout, SiteEvent event) {
        if (event instanceof SiteEvent.Answered answered) {
            return rollout.withAnswers(Evolution.plus(rollout.answers(), List.of(answered.answer())));
        } else if (event instanceof SiteEvent.ObligationNearDue near) {
            return change(rollout, near.obligation(), each -> each.withWarned(true));
        } else if (event instanceof SiteEvent.ObligationEnded ended) {
            return change(rollout, ended.obligation(), each -> each.ended(ended.outcome(), ended.at(), ended.reason()));
        } else if (event instanceof SiteEvent.ObligationDoneLate late) {
            return change(rollout, late.obligation(), each -> each.withDoneLateAt(late.at()));
        } else if (event instanceof SiteEvent.ObligationRecomputed anew) {
            Recomputation recomputation = new Recomputation(anew.at(), anew.outcome(), anew.reason());
            return change(rollout, anew.obligation(), each -> each.withRecomputed(recomputation));
        }
        throw new IllegalArgumentException("unknown event " + event.getClass());
    }

    private static Rollout change(Rollout rollout, ObligationId which, UnaryOperator<Obligation> how) {
        return rollout.withObligations(
                Evolution.map(rollout.obligations(), each -> each.id().equals(which), how));
    }
}
