package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.Waiver;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;

/** The rules in force, and how their findings become a verdict. Immutable. */
public final class RuleBook {

    private final List<PromotionRule> rules;
    private final Map<RuleId, PromotionRule> byId;

    private RuleBook(List<PromotionRule> rules) {
        this.rules = List.copyOf(rules);
        this.byId = rules.stream().collect(Collectors.toMap(PromotionRule::id, Function.identity(), (a, b) -> a));
        Violations.of("RuleBook")
                .unless(byId.size() == rules.size(), "two rules have the same id")
                .throwIfAny();
    }

    /** The built-in rules and the host's own. */
    public static RuleBook of(RolloutPolicy policy, VersionScheme versions, List<PromotionRule> hostRules) {
        List<PromotionRule> all = new ArrayList<>(BuiltInRules.all(policy, versions));
        all.addAll(hostRules);
        return new RuleBook(all);
    }

    /** What sort of rule that is, if there is one of that name. */
    public Optional<PromotionRule.Kind> kindOf(RuleId rule) {
        return Optional.ofNullable(byId.get(rule)).map(PromotionRule::kind);
    }

    /** What all rules say; waivers and an emergency are taken into account. */
    public Verdict judge(Candidate candidate) {
        return judge(candidate, rule -> true);
    }

    /** What the rules of some kinds say. */
    public Verdict judge(Candidate candidate, Predicate<PromotionRule.Kind> kinds) {
        List<Finding> findings = new ArrayList<>(rules.size());
        for (PromotionRule rule : rules) {
            if (kinds.test(rule.kind())) {
                findings.add(finding(rule, candidate));
            }
        }
        return new Verdict(candidate.rollout().release().toString(), findings);
    }

    private static Finding finding(PromotionRule rule, Candidate candidate) {
        Finding finding = evaluate(rule, candidate);
        if (finding.outcome().passes() || finding.outcome() == FindingOutcome.ERROR) {
            return finding;
        }
        Rollout rollout = candidate.rollout();
        boolean waivable = rule.kind() == PromotionRule.Kind.EVIDENCE || rule.kind() == PromotionRule.Kind.PROCESS;
        Optional<Waiver> waiver = waivable
                ? rollout.waivers().stream()
                        .filter(each -> each.rule().equals(rule.id()) && each.isValidAt(candidate.now()))
                        .findFirst()
                : Optional.empty();
        if (waiver.isPresent()) {
            return finding.waived(waiver.get().issuer() + ": " + waiver.get().reason());
        }
        if (rule.kind() == PromotionRule.Kind.EVIDENCE && rollout.emergency().isPresent()) {
            return finding.waived(rollout.emergency().get().by() + " in an emergency: "
                    + rollout.emergency().get().reason());
        }
        return finding;
    }

    // Fail-closed: a rule that cannot be evaluated holds, whatever went wrong in it (Bodhi #4089).
    private static Finding evaluate(PromotionRule rule, Candidate candidate) {
        try {
            return rule.evaluate(candidate);
        } catch (RuntimeException e) {
            return Finding.of(
                    rule.id(),
                    FindingOutcome.ERROR,
                    "Rule " + rule.id() + " could not be evaluated: " + e + ".",
                    List.of(Party.MIDDLEWARE_UNIT));
        }
    }
}
