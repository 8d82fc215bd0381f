package org.gridrollout.core.rule;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;

/** While a freeze window is closed nothing is announced or promoted. */
final class NoFreezeWindow implements PromotionRule {

    private static final Finding PASS = Finding.pass(BuiltInRules.NO_FREEZE_WINDOW, "No freeze window.");

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
        if (freeze.isEmpty()) {
            return PASS;
        }
        FreezeWindow last = freeze.get();
        for (Optional<FreezeWindow> next = freeze; next.isPresent(); next = policy.freezeAt(last.until())) {
            last = next.get(); // windows that touch or overlap are one freeze
        }
        return Finding.waitUntil(id(), new Frozen(last), last.until())
                .passesIf(List.of(TimePasses.until(last.until(), id())));
    }

    private record Frozen(FreezeWindow window) implements Grounds {
        @Override
        public String sentence() {
            return "Frozen until " + Wording.instant(window.until()) + ": " + window.reason() + ".";
        }
    }
}
