package org.gridrollout.api.party;

import org.gridrollout.api.software.ReleaseId;

/**
 * Who must act, or who owes something.
 *
 * @param name which team, site or release; empty where the kind says it all
 */
public record Party(Kind kind, String name) {

    /** What sort of party. */
    public enum Kind {
        /** Time alone resolves it. */
        NOBODY,
        MIDDLEWARE_UNIT,
        PRODUCT_TEAM,
        SITE,
        /** Another release has to move first. */
        RELEASE
    }

    /** Nobody: time alone resolves it. */
    public static final Party NOBODY = new Party(Kind.NOBODY, "");

    /** The Middleware Unit. */
    public static final Party MIDDLEWARE_UNIT = new Party(Kind.MIDDLEWARE_UNIT, "");

    /** A product team. */
    public static Party team(TeamId team) {
        return new Party(Kind.PRODUCT_TEAM, team.value());
    }

    /** A site. */
    public static Party site(SiteId site) {
        return new Party(Kind.SITE, site.value());
    }

    /** Another release. */
    public static Party release(ReleaseId release) {
        return new Party(Kind.RELEASE, release.value());
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NOBODY -> "nobody";
            case MIDDLEWARE_UNIT -> "MU";
            case PRODUCT_TEAM -> "team " + name;
            case SITE -> "site " + name;
            case RELEASE -> "release " + name;
        };
    }
}
