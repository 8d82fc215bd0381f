package org.gridrollout.benchmarks.lifecycle;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.AlertFailCallback;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import java.util.UUID;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;

/** COLA: one machine without state, shared by all objects, which bring their own. */
final class ColaMachine implements Machine {

    private final StateMachine<RolloutState, EventType, Object> machine;
    private final Object context = new Object();

    ColaMachine() {
        StateMachineBuilder<RolloutState, EventType, Object> builder = StateMachineBuilderFactory.create();
        Workflow.rows()
                .forEach(row -> builder.externalTransition()
                        .from(row.from().orElseThrow())
                        .to(row.to())
                        .on(row.on())
                        .perform((from, to, event, ignored) -> {}));
        builder.setFailCallback(new AlertFailCallback<>());
        machine = builder.build(UUID.randomUUID().toString()); // names are taken for good in the whole JVM
    }

    @Override
    public RolloutState walk(RolloutState from, EventType... events) {
        RolloutState state = from;
        for (EventType event : events) {
            state = machine.fireEvent(state, event, context);
        }
        return state;
    }
}
