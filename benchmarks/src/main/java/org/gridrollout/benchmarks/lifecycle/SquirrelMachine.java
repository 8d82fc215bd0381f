package org.gridrollout.benchmarks.lifecycle;

import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** squirrel-foundation: a builder that is filled once and makes a machine per object. */
final class SquirrelMachine implements Machine {

    private final StateMachineBuilder<PerObject, RolloutState, EventType, Void> builder =
            StateMachineBuilderFactory.create(PerObject.class, RolloutState.class, EventType.class, Void.class);

    SquirrelMachine() {
        Workflow.rows()
                .forEach(row -> builder.externalTransition()
                        .from(row.from().orElseThrow())
                        .to(row.to())
                        .on(row.on()));
    }

    @Override
    public RolloutState walk(RolloutState from, EventType... events) {
        PerObject machine = builder.newStateMachine(from);
        for (EventType event : events) {
            machine.fire(event);
        }
        return machine.getCurrentState();
    }

    /** The machine's type; squirrel makes it by reflection. */
    public static class PerObject extends AbstractStateMachine<PerObject, RolloutState, EventType, Void> {

        @Override
        protected void afterTransitionDeclined(RolloutState from, EventType event, Void context) {
            throw new IllegalStateException(event + " declined in " + from);
        }
    }
}
