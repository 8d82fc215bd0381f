package org.gridrollout.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.benchmarks.Scores.Score;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH benchmarks in rounds, one fork of each per round and every second round backwards, so that a machine that gets
 * slower or busier in between disturbs ours and the peers alike. (JMH itself would run all forks of one before the next.)
 */
public final class AlternatingRun {

    private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";

    private final Effort effort;
    private final Map<String, String> parameters;

    public AlternatingRun(Effort effort) {
        this(effort, Map.of());
    }

    /** @param parameters values of the benchmarks' parameters, by name */
    public AlternatingRun(Effort effort, Map<String, String> parameters) {
        this.effort = effort;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * The median score of each benchmark over the rounds, a round's score being the median of its iterations.
     *
     * @param benchmarks fully qualified method names
     */
    public Scores medians(List<String> benchmarks) throws RunnerException {
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(benchmarks);
        for (int round = 1; round <= effort.rounds; round++) {
            System.err.printf("round %d of %d%n", round, effort.rounds);
            for (String benchmark : order) {
                scores.computeIfAbsent(benchmark, name -> new ArrayList<>()).add(fork(benchmark));
            }
            Collections.reverse(order);
        }
        Map<String, Score> medians = new LinkedHashMap<>();
        scores.forEach((benchmark, rounds) -> medians.put(benchmark, median(rounds)));
        return new Scores(medians);
    }

    private Score fork(String benchmark) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder();
        parameters.forEach(options::param);
        RunResult result = new Runner(options.include("^" + benchmark.replace(".", "\\.") + "$")
                        .forks(1)
                        .warmupIterations(effort.warmUps)
                        .warmupTime(TimeValue.milliseconds(effort.warmUpMillis))
                        .measurementIterations(effort.measurements)
                        .measurementTime(TimeValue.milliseconds(effort.measurementMillis))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        List<Score> iterations = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                iterations.add(new Score(iteration.getPrimaryResult().getScore(), bytes(iteration)));
            }
        }
        return median(iterations);
    }

    private static double bytes(IterationResult iteration) {
        Result<?> measured = iteration.getSecondaryResults().get(BYTES_PER_OPERATION);
        if (measured == null) {
            throw new IllegalStateException("this JVM does not count what a thread allocates");
        }
        return measured.getScore();
    }

    private static Score median(List<Score> scores) {
        return new Score(
                Median.of(scores.stream().map(Score::time).toList()),
                Median.of(scores.stream().map(Score::bytes).toList()));
    }
}
