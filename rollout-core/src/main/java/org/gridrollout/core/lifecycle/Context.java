package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;

/**
 * Everything a decision may look at besides the rollout and the command.
 *
 * @param now the instant of the decision
 * @param around what does not change while deciding
 * @param line the product's living rollouts on the platform, and its version floor
 * @param others the living rollouts of the line themselves, without the one decided on; and those that have ended and are
 *     still run by sites, where a site may leave them
 */
public record Context(
        Instant now,
        RolloutPolicy policy,
        RuleBook rules,
        VersionScheme versions,
        Surroundings around,
        ProductLine line,
        List<Rollout> others) {

    public Context {
        others = List.copyOf(others);
    }

    /** The same context at another instant. */
    Context at(Instant instant) {
        return instant.equals(now) ? this : new Context(instant, policy, rules, versions, around, line, others);
    }

    /** The same context with the line as it is by now, and without the other rollouts, which may have moved. */
    Context on(ProductLine later) {
        return new Context(now, policy, rules, versions, around, later, List.of());
    }

    /** What the rules say of a rollout at a gate now. */
    Verdict judge(Rollout rollout, Gate gate) {
        return rules.judge(candidate(rollout), gate);
    }

    /** What a rule looks at. */
    Candidate candidate(Rollout rollout) {
        return new Candidate(
                rollout, line, now, around.needed(), around.productionWith(rollout.id()), around.signatures());
    }

    Optional<Product> product() {
        return around.product();
    }

    List<String> needing() {
        return around.needing();
    }

    /** Enrolments that bind a site now. */
    List<Enrolment> activeEnrolments() {
        return around.enrolments().stream().filter(each -> each.activeAt(now)).toList();
    }
}
