package org.gridrollout.testkit.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.core.engine.RolloutEngine;

/** Who plays in a simulated grid. */
final class Cast {

    static final ProductId PRODUCT = ProductId.of("voms");
    static final TeamId TEAM = TeamId.of("voms-team");
    static final Actor PACKAGER = Actor.productTeam("tom", TEAM);
    static final Actor MU = Actor.middlewareUnit("mia");
    static final Actor SECOND = Actor.middlewareUnit("max");
    static final List<SiteId> SITES = List.of(SiteId.of("CERN"), SiteId.of("DESY"), SiteId.of("KIT"));

    private Cast() {}

    static Actor at(SiteId site) {
        return Actor.site("admin", site);
    }

    /** Makes the product, all sites and one enrolment for each of the grid's terms known. */
    static void register(RolloutEngine engine, Grid grid, Instant at) {
        List<Command> commands = new ArrayList<>();
        commands.add(
                new RegistryCommand.RegisterProduct(new Product(PRODUCT, TEAM, Set.of("voms", "voms-clients")), MU));
        SITES.forEach(each -> commands.add(new RegistryCommand.RegisterSite(new Site(each, ""), MU)));
        for (int i = 0; i < grid.terms().size(); i++) {
            commands.add(new RegistryCommand.Enrol(
                    new Enrolment(SITES.get(i), PRODUCT, grid.terms().get(i), at, Optional.empty()), MU));
        }
        commands.forEach(each -> engine.execute(each).orThrow());
    }
}
