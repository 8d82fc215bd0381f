package org.gridrollout.core.engine;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.spi.Authorizer;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;

/** Asks whether an actor may, before anything else is looked at. */
final class Admission {

    static final RuleId AUTHORISED = RuleId.of("authorised");

    private final Ledger ledger;
    private final Authorizer authorizer;

    Admission(Ledger ledger, Authorizer authorizer) {
        this.ledger = ledger;
        this.authorizer = authorizer;
    }

    /** Why the command's actor may not; empty if it may. */
    Optional<Verdict> refusal(Command command) {
        Optional<String> reason = isForEngineOnly(command)
                ? Optional.of("Nobody can speak for the engine from outside.")
                : authorizer.refusal(command, product(command)).or(() -> refusalOfCompanions(command));
        return reason.map(each -> new Verdict(
                command.getClass().getSimpleName(),
                List.of(Finding.of(AUTHORISED, FindingOutcome.BLOCKED, each, List.of(Party.NOBODY)))));
    }

    /** Who promotes releases together has to have the right to promote each of them. */
    private Optional<String> refusalOfCompanions(Command command) {
        return command instanceof Promote promote
                ? promote.with().stream()
                        .map(each -> new Promote(each, promote.actor()))
                        .flatMap(each -> authorizer.refusal(each, product(each)).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whatever authorizer a host plugs in. */
    private static boolean isForEngineOnly(Command command) {
        return command instanceof ConfirmPublication
                || command instanceof AbortPublication
                || command.actor().role() == Role.SYSTEM;
    }

    private Optional<Product> product(Command command) {
        if (command instanceof Contribute contribute) {
            return ledger.product(contribute.release().product()).value().map(ProductEntry::product);
        } else if (command instanceof RolloutCommand rollout) {
            return ledger.rollout(rollout.releaseId())
                    .value()
                    .flatMap(each -> ledger.product(each.release().product()).value())
                    .map(ProductEntry::product);
        }
        return Optional.empty();
    }
}
