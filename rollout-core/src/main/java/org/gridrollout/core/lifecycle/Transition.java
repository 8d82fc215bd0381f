package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;

/**
 * One row of the transition table.
 *
 * @param from the state before; absent for the event that begins a rollout
 */
public record Transition(Optional<RolloutState> from, EventType on, RolloutState to) {

    /** Whether it leads to another state. */
    public boolean moves() {
        return from.isEmpty() || from.get() != to;
    }
}
