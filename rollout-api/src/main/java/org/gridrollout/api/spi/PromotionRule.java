package org.gridrollout.api.spi;

import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.RuleId;

/**
 * One condition for production. Pure: the same candidate gives the same finding. Thread-safe. A rule that throws is taken
 * as {@link org.gridrollout.api.verdict.FindingOutcome#ERROR}, which holds and never passes. Everything but {@link
 * #evaluate} is asked once, when the rule is plugged in.
 */
public interface PromotionRule {

    /** Under this name waivers and findings refer to it. */
    RuleId id();

    /** What kind of rule it is, which says what can suspend it. */
    Kind kind();

    /** Looks at a candidate. The finding is the rule's own: it carries the rule's {@link #id}. */
    Finding evaluate(Candidate candidate);

    /** Whether its findings count; unless said otherwise they do. */
    default Enforcement enforcement() {
        return Enforcement.ENFORCED;
    }

    /** The same rule in observe-only mode: its findings are recorded and hold nothing. */
    static PromotionRule observed(PromotionRule rule) {
        return new ObservedRule(rule);
    }

    /** What can suspend a rule. */
    enum Kind {
        /** About how much is known: passed by emergency, or by waiver. */
        EVIDENCE,
        /** About when and how: passed by waiver only. */
        PROCESS,
        /** About decisions still to be made: passed by making them. */
        DECISION,
        /** About the repository's soundness: nothing passes it but the truth. */
        INTEGRITY
    }
}
