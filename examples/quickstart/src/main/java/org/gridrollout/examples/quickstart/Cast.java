package org.gridrollout.examples.quickstart;

import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;

/** Who plays. */
final class Cast {

    static final SiteId LIP = SiteId.of("NCG-INGRID-PT");
    static final SiteId KIT = SiteId.of("FZK-LCG2");
    static final SiteId CESNET = SiteId.of("prague_cesnet_lcg2");

    static final Actor MIDDLEWARE_UNIT = Actor.middlewareUnit("Mia");

    private Cast() {}

    static Actor at(SiteId site) {
        return Actor.site("admin", site);
    }

    static Actor of(TeamId team) {
        return Actor.productTeam("packager", team);
    }
}
