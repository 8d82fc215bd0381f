package org.gridrollout.api.spi;

import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.RuleId;

/** A rule that is asked and does not count. */
record ObservedRule(PromotionRule rule) implements PromotionRule {

    @Override
    public RuleId id() {
        return rule.id();
    }

    @Override
    public Kind kind() {
        return rule.kind();
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        return rule.evaluate(candidate);
    }

    @Override
    public Enforcement enforcement() {
        return Enforcement.OBSERVED;
    }
}
