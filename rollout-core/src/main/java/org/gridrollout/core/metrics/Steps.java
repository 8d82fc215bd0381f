package org.gridrollout.core.metrics;

import org.gridrollout.api.event.IncidentEvent.CriticalityLowered;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.RolloutEvent.HoldReleased;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.core.lifecycle.TransitionTable;

/** Where events lead, from the transition table; the few that may lead to several states say themselves to which. */
final class Steps {

    private Steps() {}

    /** @throws IllegalStateException if the event cannot happen in that state */
    static RolloutState after(RolloutState from, RolloutEvent event) {
        if (!TransitionTable.permits(from, event.type())) {
            throw new IllegalStateException(event.type() + " cannot happen in " + from);
        } else if (event instanceof HoldReleased released) {
            return released.backTo();
        } else if (event instanceof CriticalityLowered lowered) {
            return lowered.to();
        }
        return TransitionTable.next(from, event.type());
    }
}
