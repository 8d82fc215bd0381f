package org.gridrollout.benchmarks;

import java.util.Map;

/** What each benchmark of a run scored, by its fully qualified method name. */
public record Scores(Map<String, Score> medians) {

    /**
     * What one benchmark scored.
     *
     * @param time in the benchmark's own unit
     * @param bytes allocated per operation
     */
    public record Score(double time, double bytes) {}

    public Scores {
        medians = Map.copyOf(medians);
    }

    /** The time of a benchmark that was run. */
    public double of(Class<?> type, String method) {
        return score(type, method).time();
    }

    /** What a benchmark that was run allocates per operation, in bytes. */
    public double bytesOf(Class<?> type, String method) {
        return score(type, method).bytes();
    }

    private Score score(Class<?> type, String method) {
        Score score = medians.get(type.getName() + "." + method);
        if (score == null) {
            throw new IllegalArgumentException(type.getName() + "." + method + " was not run");
        }
        return score;
    }
}
