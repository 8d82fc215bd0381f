package org.gridrollout.benchmarks.lifecycle;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;

/** stateless4j: one configuration, and a small machine per object around it. */
final class Stateless4jMachine implements Machine {

    private final StateMachineConfig<RolloutState, EventType> config = new StateMachineConfig<>();

    Stateless4jMachine() {
        Workflow.rows()
                .forEach(row -> config.configure(row.from().orElseThrow()).permit(row.on(), row.to()));
    }

    @Override
    public RolloutState walk(RolloutState from, EventType... events) {
        StateMachine<RolloutState, EventType> machine = new StateMachine<>(from, config);
        for (EventType event : events) {
            machine.fire(event);
        }
        return machine.getState();
    }
}
