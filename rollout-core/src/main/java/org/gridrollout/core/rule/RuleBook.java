package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
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

    private static final RuleId RULES_AGREE = RuleId.of("rules-agree");

    private final PluggedRule[] all;
    private final PluggedRule[] clearing;
    private final Map<RuleId, PluggedRule> byId;

    private RuleBook(List<PromotionRule> rules) {
        List<PluggedRule> plugged = rules.stream().map(PluggedRule::of).toList();
        all = plugged.toArray(new PluggedRule[0]);
        clearing = plugged.stream().filter(PluggedRule::isAskedForClearing).toArray(PluggedRule[]::new);
        byId = plugged.stream().collect(Collectors.toMap(PluggedRule::id, Function.identity(), (a, b) -> a));
        Violations.of("RuleBook")
                .unless(byId.size() == all.length, "two rules have the same id")
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
        return Optional.ofNullable(byId.get(rule)).map(PluggedRule::kind);
    }

    /**
     * What the rules asked at a gate say: those about evidence and decisions for clearing, all of them for promotion. An
     * emergency and the waivers that cover the gate are taken into account.
     */
    public Verdict judge(Candidate candidate, Gate gate) {
        PluggedRule[] asked = gate == Gate.CLEARING ? clearing : all;
        Finding[] findings = new Finding[asked.length];
        for (int i = 0; i < asked.length; i++) {
            findings[i] = asked[i].finding(candidate, gate);
        }
        return verdict(candidate, findings);
    }

    /** What all rules say, with the waivers of the gate that the rollout comes to next. */
    public Verdict explain(Candidate candidate) {
        Gate gate = nextGate(candidate.rollout());
        Finding[] findings = new Finding[all.length];
        for (int i = 0; i < all.length; i++) {
            findings[i] = all[i].finding(candidate, all[i].isAskedForClearing() ? gate : Gate.PROMOTION);
        }
        return verdict(candidate, findings);
    }

    /**
     * What one rule says at a gate.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public Verdict judgeBy(RuleId rule, Candidate candidate, Gate gate) {
        PluggedRule asked = byId.get(rule);
        if (asked == null) {
            throw new IllegalArgumentException("no rule " + rule);
        }
        return verdict(candidate, new Finding[] {asked.finding(candidate, gate)});
    }

    private static Verdict verdict(Candidate candidate, Finding[] findings) {
        List<Finding> found = Arrays.asList(findings);
        try {
            return Verdict.on(candidate.rollout().release(), found);
        } catch (InvalidValueException circle) {
            return Verdict.on(candidate.rollout().release(), withoutCircle(found, circle));
        }
    }

    /** Rules that blame each other explain nothing, and are not to be trusted: that holds, whatever they say. */
    private static List<Finding> withoutCircle(List<Finding> findings, InvalidValueException circle) {
        List<Finding> roots = new ArrayList<>();
        findings.forEach(each -> roots.add(each.derivedFrom(List.of())));
        roots.add(Finding.of(
                RULES_AGREE,
                FindingOutcome.ERROR,
                "Rules of the host explain nothing: " + String.join("; ", circle.violations()) + ".",
                List.of(Party.MIDDLEWARE_UNIT)));
        return roots;
    }

    private static Gate nextGate(Rollout rollout) {
        RolloutState state = rollout.hold().map(Hold::from).orElse(rollout.state());
        return state == RolloutState.GOOD || state == RolloutState.PROMOTING ? Gate.PROMOTION : Gate.CLEARING;
    }
}
