package org.gridrollout.benchmarks.lifecycle;

import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.core.lifecycle.TransitionTable;

/** The bare table: a lookup per event. */
final class OurTable implements Machine {

    @Override
    public RolloutState walk(RolloutState from, EventType... events) {
        RolloutState state = from;
        for (EventType event : events) {
            state = TransitionTable.next(state, event);
        }
        return state;
    }
}
