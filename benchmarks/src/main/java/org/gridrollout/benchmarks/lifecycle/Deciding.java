package org.gridrollout.benchmarks.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.rule.RuleBook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Full decisions on {@link GoodRelease}, and the fold of its history. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Deciding {

    private final GoodRelease given = new GoodRelease();
    private RuleBook rules = given.rules();
    private Candidate candidate = given.candidate();
    private Optional<Rollout> rollout = Optional.of(given.rollout());
    private RolloutCommand promotion = given.promotion();
    private Context context = given.context();
    private List<RolloutEvent> history = given.wholeHistory();

    @Benchmark
    public Verdict judge() {
        return rules.judge(candidate, Gate.PROMOTION);
    }

    @Benchmark
    public Decision promote() {
        return Lifecycle.decide(rollout, promotion, context);
    }

    @Benchmark
    public Rollout replay() {
        return Lifecycle.replay(history);
    }
}
