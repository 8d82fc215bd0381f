package org.gridrollout.benchmarks.scorecard;

import java.util.concurrent.TimeUnit;
import org.gridrollout.core.metrics.Metrics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** All scorecards of a grid from its journal, and the journal read for nothing, which is to be taken off. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class OnePass {

    @Param("1000")
    int sites;

    @Param("1000")
    int releases;

    @Benchmark
    public Metrics pass() {
        Metrics metrics = Metrics.empty();
        new GridJournal(sites, releases).forEach(metrics::apply);
        return metrics;
    }

    @Benchmark
    public void journalAlone(Blackhole nothing) {
        new GridJournal(sites, releases).forEach(nothing::consume);
    }
}
