package org.gridrollout.core.metrics;

import java.util.Optional;
import org.gridrollout.api.event.IncidentEvent.CriticalityLowered;
import org.gridrollout.api.event.RestorationEvent.FoundFaulty;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.RolloutState;

/** How far releases come, and how they end. */
final class ProgressFold {

    private ProgressFold() {}

    static void apply(Course course, RolloutState next, RolloutEvent event) {
        long at = Micros.of(event.at());
        happening(course, event).ifPresent(each -> course.product().count(each, at));
        if (event instanceof RolloutEvent.Cleared cleared) {
            course.cleared(cleared.findings());
        }
        course.moveTo(next, at);
        if (event instanceof RolloutEvent.ProductionPublished) {
            course.product().arrived(at, course.spent());
        }
    }

    private static Optional<Happening> happening(Course course, RolloutEvent event) {
        if (event instanceof RolloutEvent.Contributed) {
            return Optional.of(Happening.CONTRIBUTED);
        } else if (event instanceof RolloutEvent.Refused) {
            return Optional.of(Happening.REFUSED);
        } else if (event instanceof RolloutEvent.Rejected) {
            return Optional.of(Happening.REJECTED);
        } else if (event instanceof RolloutEvent.Withdrawn) {
            return Optional.of(Happening.WITHDRAWN);
        } else if (event instanceof RolloutEvent.Superseded superseded) {
            return superseded(course, superseded);
        } else if (event instanceof FoundFaulty) {
            return Optional.of(course.passedOnEvidence() ? Happening.FAULT_ESCAPED : Happening.FAULT_UNGUARDED);
        } else if (event instanceof CriticalityLowered lowered) {
            return lowered.to() == RolloutState.IN_PRODUCTION ? Optional.of(Happening.FAULT_LOWERED) : Optional.empty();
        } else if (event instanceof RolloutEvent.Expedited) {
            return Optional.of(Happening.EXPEDITED);
        } else if (event instanceof RolloutEvent.Waived) {
            return Optional.of(Happening.WAIVED);
        }
        return Optional.empty();
    }

    /** A release that its successor replaces in production has arrived long before. */
    private static Optional<Happening> superseded(Course course, RolloutEvent.Superseded event) {
        if (!course.state().isBeforeProduction()) {
            return Optional.empty();
        }
        return Optional.of(event.beforeEvidence() ? Happening.SUPERSEDED_BEFORE_EVIDENCE : Happening.SUPERSEDED);
    }
}
