package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.EL9;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.core.engine.RolloutEngine;
import org.junit.jupiter.api.Test;

/** Two engines at once, the second one exactly between two steps of the first. */
class RacesTest {

    private final Infrastructure grid = new Infrastructure().product("voms");

    @Test
    void publicationThatAnotherEngineConfirmsWhileThisOneReadsIsConfirmedOnce() {
        ReleaseId older = grid.inProduction(grid.contribute("voms", "2.0"));
        ReleaseId newer = grid.good(grid.contribute("voms", "2.1"));
        AtomicBoolean came = new AtomicBoolean();
        RolloutEngine first = interrupted(
                () -> !came.get()
                        && grid.repository.current(Stage.PRODUCTION, EL9).number() == 2,
                () -> {
                    came.set(true);
                    grid.engine.sweep();
                });
        first.execute(new RolloutCommand.Promote(newer, MU)).orThrow();
        assertThat(came).isTrue();
        assertThat(grid.state(newer)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(grid.state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.engine.history(newer))
                .filteredOn(each -> each.event().type() == EventType.PRODUCTION_PUBLISHED)
                .hasSize(1);
    }

    /** An engine that somebody comes between once it has read a product line, and has not read its rollouts yet. */
    private RolloutEngine interrupted(BooleanSupplier now, Runnable between) {
        RolloutStore store = (RolloutStore) Proxy.newProxyInstance(
                RolloutStore.class.getClassLoader(),
                new Class<?>[] {RolloutStore.class},
                (proxy, method, arguments) -> {
                    try {
                        Object read = method.invoke(grid.store, arguments);
                        boolean line = method.getName().equals("load")
                                && ((StreamId) arguments[0]).kind() == StreamId.Kind.PRODUCT_LINE;
                        if (line && now.getAsBoolean()) {
                            between.run();
                        }
                        return read;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return RolloutEngine.builder()
                .store(store)
                .repository(grid.repository)
                .clock(() -> grid.now)
                .build();
    }
}
