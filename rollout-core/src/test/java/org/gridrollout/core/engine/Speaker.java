package org.gridrollout.core.engine;

import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;

/** Everybody who could ask for something, as seen from what it is about. */
enum Speaker {
    MU(Actor.middlewareUnit("mia")),
    ITS_TEAM(Actor.productTeam("tom", CommandTable.TEAM)),
    ANOTHER_TEAM(Actor.productTeam("ann", TeamId.of("fts-team"))),
    ITS_SITE(Actor.site("carl", CommandTable.SITE)),
    ANOTHER_SITE(Actor.site("dora", SiteId.of("DESY-HH"))),
    /** A team that happens to be called as the site is. */
    TEAM_OF_THE_SITES_NAME(Actor.productTeam("eve", TeamId.of(CommandTable.SITE.value()))),
    /** A site that happens to be called as the team is. */
    SITE_OF_THE_TEAMS_NAME(Actor.site("eve", SiteId.of(CommandTable.TEAM.value()))),
    ENGINE(Actor.SYSTEM);

    private final Actor actor;

    Speaker(Actor actor) {
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }
}
