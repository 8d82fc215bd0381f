package org.gridrollout.benchmarks.lifecycle;

import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;

/** A state machine over {@link Workflow#rows()}, used as its makers say where many objects follow one definition. */
interface Machine {

    /**
     * Where an object that begins in {@code from} is after the events.
     *
     * @throws RuntimeException if an event may not happen where the object is by then
     */
    RolloutState walk(RolloutState from, EventType... events);
}
