package org.gridrollout.core.engine;

import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;

/** Carries out what is pending until nothing is, of other rollouts that this leads to as well. */
final class Settler {

    private final Ledger ledger;
    private final Decider decider;
    private final Publications publications;

    Settler(Ledger ledger, Decider decider, Publications publications) {
        this.ledger = ledger;
        this.decider = decider;
        this.publications = publications;
    }

    /** Whether anything was pending. */
    boolean settle(ReleaseId release) {
        boolean settled = false;
        Optional<Rollout> rollout = ledger.rollout(release).value();
        while (rollout.isPresent()
                && !rollout.get().pending().isEmpty()
                && publications.settleFirst(rollout.get(), answer -> confirm(release, answer))) {
            settled = true;
            rollout = ledger.rollout(release).value();
        }
        return settled;
    }

    private void confirm(ReleaseId release, RolloutCommand answer) {
        decider.decide(answer).decision().rollouts().keySet().stream()
                .filter(each -> !each.equals(release))
                .forEach(this::settle);
    }
}
