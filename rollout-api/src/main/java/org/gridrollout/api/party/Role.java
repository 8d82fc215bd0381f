package org.gridrollout.api.party;

/** In which role an actor speaks. */
public enum Role {
    /** Owns the process and the repositories. */
    MIDDLEWARE_UNIT,
    /** Contributes releases of its products. */
    PRODUCT_TEAM,
    /** Runs the software and reports on it. */
    SITE,
    /** The engine itself: what time or a repository brings about. Nobody can speak for it from outside. */
    SYSTEM
}
