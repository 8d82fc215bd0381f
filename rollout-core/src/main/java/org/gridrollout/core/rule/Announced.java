package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** The MU has told the sites, or decided to tell nobody: before that nothing can be known of a release. */
final class Announced implements PromotionRule {

    private static final Finding PASS = Finding.pass(BuiltInRules.ANNOUNCED, "It is announced.");
    private static final Finding NOT_YET = Finding.of(
                    BuiltInRules.ANNOUNCED,
                    FindingOutcome.NEEDS_DECISION,
                    "It is not announced yet.",
                    List.of(Party.MIDDLEWARE_UNIT))
            .passesIf(List.of(Change.by(Party.MIDDLEWARE_UNIT, "announces it", BuiltInRules.ANNOUNCED)));

    @Override
    public RuleId id() {
        return BuiltInRules.ANNOUNCED;
    }

    @Override
    public Kind kind() {
        return Kind.DECISION;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        return isYetToCome(candidate.rollout()) ? NOT_YET : PASS;
    }

    /** Whether nobody has decided whom to tell. */
    static boolean isYetToCome(Rollout rollout) {
        RolloutState state = rollout.hold().isPresent() ? rollout.hold().get().from() : rollout.state();
        return state == RolloutState.CONTRIBUTED || state == RolloutState.IN_BETA;
    }
}
