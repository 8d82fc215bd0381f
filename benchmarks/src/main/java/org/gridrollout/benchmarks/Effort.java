package org.gridrollout.benchmarks;

import java.util.List;

/** How long is measured: each round starts every benchmark once in a fresh JVM. */
public enum Effort {
    /** Figures to quote. */
    FULL(5, 5, 1000, 5, 1000),
    /** A look; the figures are rough. */
    QUICK(5, 2, 250, 5, 100);

    final int rounds;
    final int warmUps;
    final long warmUpMillis;
    final int measurements;
    final long measurementMillis;

    Effort(int rounds, int warmUps, long warmUpMillis, int measurements, long measurementMillis) {
        this.rounds = rounds;
        this.warmUps = warmUps;
        this.warmUpMillis = warmUpMillis;
        this.measurements = measurements;
        this.measurementMillis = measurementMillis;
    }

    /** Reads the options after the benchmark's name. */
    public static Effort of(String... options) {
        return List.of(options).contains("--quick") ? QUICK : FULL;
    }
}
