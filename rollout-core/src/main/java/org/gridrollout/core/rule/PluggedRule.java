package org.gridrollout.core.rule;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Emergency;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.Waiver;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.PromotionRule.Kind;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** A rule as it is plugged in: what it is was asked once, and what it finds is held against that. */
record PluggedRule(PromotionRule rule, RuleId id, Kind kind, Enforcement enforcement) {

    static PluggedRule of(PromotionRule rule) {
        return new PluggedRule(rule, rule.id(), rule.kind(), rule.enforcement());
    }

    /** Evidence and decisions make a release good; the other rules guard its promotion. */
    boolean isAskedForClearing() {
        return kind == Kind.EVIDENCE || kind == Kind.DECISION;
    }

    Finding finding(Candidate candidate, Gate gate) {
        Finding finding = evaluate(candidate);
        if (enforcement == Enforcement.OBSERVED) {
            return finding.observed();
        }
        boolean settled = finding.outcome().passes() || finding.outcome() == FindingOutcome.ERROR;
        return settled ? finding : permitted(finding, candidate, gate);
    }

    private Finding permitted(Finding finding, Candidate candidate, Gate gate) {
        Rollout rollout = candidate.rollout();
        if (kind == Kind.EVIDENCE || kind == Kind.PROCESS) {
            for (Waiver each : rollout.waivers()) {
                if (each.permits(id, gate, candidate.now())) {
                    return finding.waived(each.issuer() + ": " + each.reason());
                }
            }
        }
        Optional<Emergency> emergency = rollout.emergency();
        if (kind == Kind.EVIDENCE && emergency.isPresent()) {
            return finding.waived(emergency.get().by() + " in an emergency: "
                    + emergency.get().reason());
        }
        return finding;
    }

    // Fail-closed: a rule that cannot be evaluated holds, whatever went wrong in it (Bodhi #4089).
    private Finding evaluate(Candidate candidate) {
        try {
            Finding finding = rule.evaluate(candidate);
            return finding.rule().equals(id) ? finding : error("spoke for another one, " + finding.rule());
        } catch (RuntimeException e) {
            return error("could not be evaluated: " + e);
        }
    }

    private Finding error(String what) {
        return Finding.of(id, FindingOutcome.ERROR, "Rule " + id + " " + what + ".", List.of(Party.MIDDLEWARE_UNIT));
    }
}
