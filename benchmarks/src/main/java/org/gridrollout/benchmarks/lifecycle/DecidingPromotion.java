package org.gridrollout.benchmarks.lifecycle;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;
import org.gridrollout.core.version.RpmVersionScheme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whether a good release may be promoted, asked of every built-in rule. With {@code -prof gc} also what that allocates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecidingPromotion {

    /** A release that three sites ran in silence but for one known issue, over an older one in production. */
    @State(Scope.Benchmark)
    public static class Asked {
        final Rollout rollout = ReadyRelease.rollout();
        final ProductLine line = ReadyRelease.line();
        final RuleBook rules = RuleBook.of(RolloutPolicy.STANDARD, new RpmVersionScheme(), List.of());
    }

    @Benchmark
    public Verdict everyBuiltInRule(Asked asked) {
        return asked.rules.judge(new Candidate(asked.rollout, asked.line, ReadyRelease.NOW), Gate.PROMOTION);
    }
}
