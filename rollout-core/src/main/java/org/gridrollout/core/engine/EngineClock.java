package org.gridrollout.core.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.lifecycle.Ticks;

/** The host's clock in whole microseconds, which never goes back behind what the journal has seen. */
record EngineClock(InstantSource source, RolloutStore store) implements Supplier<Instant> {
    @Override
    public Instant get() {
        Instant now = Ticks.truncate(source.instant());
        return store.latestInstant().filter(latest -> latest.isAfter(now)).orElse(now);
    }
}
