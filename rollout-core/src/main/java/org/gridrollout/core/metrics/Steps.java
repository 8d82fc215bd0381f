package org.gridrollout.core.metrics;

import com.google.common.collect.ArrayTable;
import com.google.common.collect.Table;
import java.util.EnumSet;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.IncidentEvent.CriticalityLowered;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.RolloutEvent.HoldReleased;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.core.lifecycle.Transition;
import org.gridrollout.core.lifecycle.TransitionTable;
import org.jspecify.annotations.Nullable;

/** Where events lead, from the transition table; the few that may lead to several states say themselves to which. */
final class Steps {

    private static final Table<RolloutState, EventType, @Nullable RolloutState> TARGETS = targets();

    private Steps() {}

    static RolloutState after(RolloutState from, RolloutEvent event) {
        RolloutState to = event instanceof HoldReleased released
                ? released.backTo()
                : event instanceof CriticalityLowered lowered ? lowered.to() : TARGETS.get(from, event.type());
        if (to == null) {
            throw new IllegalStateException(event.type() + " cannot happen in " + from);
        }
        return to;
    }

    private static Table<RolloutState, EventType, @Nullable RolloutState> targets() {
        ArrayTable<RolloutState, EventType, @Nullable RolloutState> targets =
                ArrayTable.create(EnumSet.allOf(RolloutState.class), EnumSet.allOf(EventType.class));
        for (Transition each : TransitionTable.transitions()) {
            each.from().ifPresent(from -> targets.put(from, each.on(), each.to()));
        }
        return targets;
    }
}
