package org.gridrollout.benchmarks.lifecycle;

import java.util.EnumSet;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.core.lifecycle.Transition;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * Spring Statemachine: machines are costly to make, so one is kept and set to each object's state, as its reference shows
 * for many objects (the "event service" sample takes them from a pool).
 */
final class SpringMachine implements Machine {

    private final StateMachine<RolloutState, EventType> machine = build();

    @Override
    public RolloutState walk(RolloutState from, EventType... events) {
        machine.stopReactively().block();
        machine.getStateMachineAccessor()
                .withRegion()
                .resetStateMachineReactively(new DefaultStateMachineContext<>(from, null, null, null))
                .block();
        machine.startReactively().block();
        for (EventType event : events) {
            StateMachineEventResult<RolloutState, EventType> result = machine.sendEvent(
                            Mono.just(MessageBuilder.withPayload(event).build()))
                    .blockLast();
            if (result == null || result.getResultType() != ResultType.ACCEPTED) {
                throw new IllegalStateException(event + " denied in " + machine.getState());
            }
        }
        return machine.getState().getId();
    }

    static StateMachine<RolloutState, EventType> build() {
        StateMachineBuilder.Builder<RolloutState, EventType> builder = StateMachineBuilder.builder();
        try {
            builder.configureStates().withStates().initial(Workflow.START).states(EnumSet.allOf(RolloutState.class));
            for (Transition row : Workflow.rows()) {
                builder.configureTransitions()
                        .withExternal()
                        .source(row.from().orElseThrow())
                        .target(row.to())
                        .event(row.on());
            }
        } catch (Exception e) { // what the builder declares
            throw new IllegalStateException(e);
        }
        return builder.build();
    }
}
