package org.gridrollout.core.engine;

import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.command.IncidentCommand.ProvideInformation;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RestorationCommand.AcceptRisk;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.command.SiteCommand.Acknowledge;
import org.gridrollout.api.command.SiteCommand.Decline;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteCommand.ReportUndeployment;
import org.gridrollout.api.command.SiteCommand.ReportWorking;
import org.gridrollout.api.command.SiteRegistryCommand;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.spi.Authorizer;

/**
 * The default: a site speaks only for itself (the MU may say on its behalf when it is down and what it runs), a team only for
 * its products, everybody files incidents, nobody speaks for the engine, and everything else is the Middleware Unit's, which
 * may also contribute and withdraw where a team does not deliver.
 */
public final class RoleAuthorizer implements Authorizer {

    /** Stateless; all instances are alike. */
    public RoleAuthorizer() {}

    @Override
    public Optional<String> refusal(Command command, Optional<Product> product) {
        Actor actor = command.actor();
        if (actor.role() == Role.SYSTEM
                || command instanceof ConfirmPublication
                || command instanceof AbortPublication) {
            return Optional.of("Nobody can speak for the engine from outside.");
        } else if (command instanceof Contribute || command instanceof Withdraw) {
            boolean owner = product.isPresent() && actor.speaksFor(product.get().team());
            return unless(owner || isMiddlewareUnit(actor), actor + " is neither the product's team nor the MU.");
        } else if (command instanceof FileIncident || command instanceof ProvideInformation) {
            return Optional.empty(); // anybody files; whoever filed it answers, which the incident knows
        }
        if (command instanceof SiteRegistryCommand said) {
            return unless(
                    actor.speaksFor(said.site()) || isMiddlewareUnit(actor),
                    actor + " speaks neither for site " + said.site() + " nor for the MU.");
        }
        Optional<SiteId> site = siteOf(command);
        if (site.isPresent()) {
            return speaksFor(actor, site.get());
        }
        String what = command instanceof RegistryCommand ? "changes the registry" : "decides this";
        return unless(isMiddlewareUnit(actor), "Only the MU " + what + "; " + actor + " is " + actor.role() + ".");
    }

    /** Whose word it is, if only a site itself can say it. */
    private static Optional<SiteId> siteOf(Command command) {
        if (command instanceof Acknowledge acknowledge) {
            return Optional.of(acknowledge.site());
        } else if (command instanceof Decline decline) {
            return Optional.of(decline.site());
        } else if (command instanceof ReportDeployment report) {
            return Optional.of(report.site());
        } else if (command instanceof ReportUndeployment report) {
            return Optional.of(report.site());
        } else if (command instanceof ReportWorking report) {
            return Optional.of(report.site());
        } else if (command instanceof AcceptRisk accept) {
            return Optional.of(accept.site());
        }
        return Optional.empty();
    }

    private static Optional<String> speaksFor(Actor actor, SiteId site) {
        return unless(actor.speaksFor(site), actor + " does not speak for site " + site + ".");
    }

    private static boolean isMiddlewareUnit(Actor actor) {
        return actor.role() == Role.MIDDLEWARE_UNIT;
    }

    private static Optional<String> unless(boolean may, String sentence) {
        return may ? Optional.empty() : Optional.of(sentence);
    }
}
