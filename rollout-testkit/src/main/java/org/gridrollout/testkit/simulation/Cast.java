package org.gridrollout.testkit.simulation;

import java.util.List;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.software.ProductId;

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
}
