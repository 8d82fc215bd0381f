package org.gridrollout.core.engine;

import java.util.Optional;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.Decider.Result;

/** Carries out what is pending until nothing is, of other rollouts that this leads to as well. */
final class Settler {

    private final Ledger ledger;
    private final Decider decider;
    private final Publisher publisher;

    Settler(Ledger ledger, Decider decider, Publisher publisher) {
        this.ledger = ledger;
        this.decider = decider;
        this.publisher = publisher;
    }

    /** Whether anything was pending. */
    boolean settle(ReleaseId release) {
        boolean settled = false;
        Optional<Rollout> rollout = ledger.rollout(release).value();
        while (rollout.isPresent() && !rollout.get().pending().isEmpty()) {
            publisher.settleFirst(rollout.get(), answer -> {
                Result result = decider.decide(answer);
                result.decision().rollouts().keySet().stream()
                        .filter(each -> !each.equals(release))
                        .forEach(this::settle);
            });
            settled = true;
            rollout = ledger.rollout(release).value();
        }
        return settled;
    }
}
