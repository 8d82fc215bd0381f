package org.gridrollout.core.rule;

import java.util.Optional;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;

/** While a freeze window is closed nothing is announced or promoted. */
final class NoFreezeWindow implements PromotionRule {

    private final RolloutPolicy policy;

    NoFreezeWindow(RolloutPolicy policy) {
        this.policy = policy;
    }

    @Override
    public RuleId id() {
        return BuiltInRules.NO_FREEZE_WINDOW;
    }

    @Override
    public Kind kind() {
        return Kind.PROCESS;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        Optional<FreezeWindow> freeze = policy.freezeAt(candidate.now());
        return freeze.isEmpty()
                ? Finding.pass(id(), "No freeze window.")
                : Finding.waitUntil(
                        id(),
                        "Frozen until " + Wording.instant(freeze.get().until()) + ": "
                                + freeze.get().reason() + ".",
                        freeze.get().until());
    }
}
