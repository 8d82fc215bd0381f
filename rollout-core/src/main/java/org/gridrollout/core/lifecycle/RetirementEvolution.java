package org.gridrollout.core.lifecycle;

import java.util.List;
import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.rollout.Retirement;
import org.gridrollout.api.rollout.Rollout;

/** The fold of how a release goes out of support. */
final class RetirementEvolution {

    private RetirementEvolution() {}

    static Rollout apply(Rollout rollout, RetirementEvent event) {
        if (event instanceof RetirementEvent.RetirementAnnounced announced) {
            return rollout.withRetirement(announced.retirement());
        } else if (event instanceof RetirementEvent.SecuritySupportEnded) {
            return inPhase(rollout, Retirement.Phase.SECURITY_SUPPORT_ENDED);
        } else if (event instanceof RetirementEvent.RetirementDue) {
            return inPhase(rollout, Retirement.Phase.DUE);
        } else if (event instanceof RetirementEvent.Retired retired) {
            return rollout.withPending(Evolution.plus(rollout.pending(), List.of(retired.removal())));
        }
        throw new IllegalArgumentException("unknown event " + event.getClass());
    }

    private static Rollout inPhase(Rollout rollout, Retirement.Phase phase) {
        return rollout.withRetirement(rollout.retirement().map(each -> each.inPhase(phase)));
    }
}
