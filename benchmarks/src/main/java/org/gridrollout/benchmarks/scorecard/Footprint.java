package org.gridrollout.benchmarks.scorecard;

import java.lang.ref.Reference;
import org.gridrollout.core.metrics.Metrics;

/** What metrics keep in memory. */
final class Footprint {

    private Footprint() {}

    /** The bytes that stay on the heap for each obligation of a journal. */
    static double bytesPerObligation(GridJournal journal) {
        long before = used();
        Metrics metrics = Metrics.empty();
        try {
            journal.forEach(metrics::apply);
            double kept = used() - before;
            return kept / journal.obligations();
        } finally {
            Reference.reachabilityFence(metrics);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
