package org.gridrollout.benchmarks.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.evidence.SubjectDigest;
import org.gridrollout.core.policy.RequiredCheck;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;
import org.gridrollout.core.version.RpmVersionScheme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Whether {@link GoodRelease} may be promoted, asked of every built-in rule; with a required check whose subject digest is
 * known; what computing that digest costs; and what reading the verdict adds. With {@code -prof gc} also what that allocates.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class DecidingPromotion {

    private static final RuleId INSTALL = RuleId.of("installs");

    private final Candidate candidate = new GoodRelease().candidate();
    private final Candidate checked = checked(candidate);
    private final RuleBook rules = book(List.of());
    private final RuleBook withCheck = book(List.of(new RequiredCheck(INSTALL, Duration.ofDays(30))));

    @Benchmark
    public Verdict everyRule() {
        return rules.judge(candidate, Gate.PROMOTION);
    }

    @Benchmark
    public Verdict everyRuleAndACheck() {
        return withCheck.judge(checked, Gate.PROMOTION);
    }

    @Benchmark
    public Sha256 subjectDigest() {
        return SubjectDigest.of(candidate.rollout().release());
    }

    @Benchmark
    public String everyRuleInWords() {
        return rules.judge(candidate, Gate.PROMOTION).inWords();
    }

    private static Candidate checked(Candidate candidate) {
        Release release = candidate.rollout().release();
        CheckResult passed =
                new CheckResult(INSTALL, CheckResult.Outcome.PASSED, SubjectDigest.of(release), candidate.now(), "");
        return new Candidate(
                candidate.rollout().withChecks(passed), candidate.line(), candidate.now(), candidate.needed());
    }

    private static RuleBook book(List<RequiredCheck> checks) {
        return RuleBook.of(RolloutPolicy.STANDARD.withChecks(checks), new RpmVersionScheme(), List.of());
    }
}
