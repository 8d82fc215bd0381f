package org.gridrollout.api.party;

import org.gridrollout.api.Violations;

/**
 * A person or service that asks for something, in a role. Authenticating it is the host's part; whether it may is decided
 * by an {@link org.gridrollout.api.spi.Authorizer}.
 *
 * @param name the person or service, for the record
 * @param organisation the team or site it speaks for; {@code MU} for the Middleware Unit, {@code engine} for the system
 */
public record Actor(String name, Role role, String organisation) {

    /** The engine itself. */
    public static final Actor SYSTEM = new Actor("engine", Role.SYSTEM, "engine");

    public Actor {
        Violations.of("Actor")
                .unless(!name.isBlank(), "name must not be blank")
                .unless(!organisation.isBlank(), "organisation must not be blank")
                .throwIfAny();
    }

    /** Somebody of the Middleware Unit. */
    public static Actor middlewareUnit(String name) {
        return new Actor(name, Role.MIDDLEWARE_UNIT, "MU");
    }

    /** Somebody of a product team. */
    public static Actor productTeam(String name, TeamId team) {
        return new Actor(name, Role.PRODUCT_TEAM, team.value());
    }

    /** Somebody of a site. */
    public static Actor site(String name, SiteId site) {
        return new Actor(name, Role.SITE, site.value());
    }

    /** Whether this actor speaks for that site. */
    public boolean speaksFor(SiteId site) {
        return role == Role.SITE && organisation.equals(site.value());
    }

    /** Whether this actor speaks for that team. */
    public boolean speaksFor(TeamId team) {
        return role == Role.PRODUCT_TEAM && organisation.equals(team.value());
    }

    @Override
    public String toString() {
        return role == Role.SYSTEM ? name : name + " (" + organisation + ")";
    }
}
