package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Months in seconds: time passes when the play says so. */
final class SimulatedClock implements InstantSource {

    private Instant now;

    SimulatedClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }
}
