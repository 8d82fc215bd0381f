package org.gridrollout.testkit.contract;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gridrollout.api.spi.RolloutStore;

/** Gives the contract its stores. Made once per test; closed after it. */
public interface StoreFixture extends AutoCloseable {

    /** An empty store, independent of every other. */
    RolloutStore fresh();

    /**
     * What a host finds after a restart: everything that {@code store} was opened with is closed, and what it kept is
     * opened again. A store that lives with its process returns itself.
     */
    RolloutStore reopen(RolloutStore store);

    /** Gives back what the stores used; throws if that fails. */
    @Override
    default void close() {}

    /** For a store that lives with its process. */
    static StoreFixture of(Supplier<RolloutStore> fresh) {
        return of(fresh, store -> store);
    }

    /** For a store with nothing to close beyond what {@code reopen} closes. */
    static StoreFixture of(Supplier<RolloutStore> fresh, UnaryOperator<RolloutStore> reopen) {
        return new StoreFixture() {
            @Override
            public RolloutStore fresh() {
                return fresh.get();
            }

            @Override
            public RolloutStore reopen(RolloutStore store) {
                return reopen.apply(store);
            }
        };
    }
}
