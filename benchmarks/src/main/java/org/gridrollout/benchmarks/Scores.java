package org.gridrollout.benchmarks;

import java.util.Map;

/** What each benchmark of a run scored, by its fully qualified method name. */
public record Scores(Map<String, Double> medians) {

    public Scores {
        medians = Map.copyOf(medians);
    }

    /** The score of a benchmark that was run. */
    public double of(Class<?> type, String method) {
        Double score = medians.get(type.getName() + "." + method);
        if (score == null) {
            throw new IllegalArgumentException(type.getName() + "." + method + " was not run");
        }
        return score;
    }
}
