package org.gridrollout.benchmarks;

import java.util.Collection;

/** The middle of a few measurements, which one disturbed run does not move. */
final class Median {

    private Median() {}

    /** The middle value, or the mean of the two middle ones. */
    static double of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurements");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
