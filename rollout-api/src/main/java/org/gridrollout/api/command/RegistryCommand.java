package org.gridrollout.api.command;

import org.gridrollout.api.party.Actor;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;

/** Changes who is known and enrolled for what. All are the MU's. */
public sealed interface RegistryCommand extends Command {

    /** Makes a product known, or replaces what is known of it; its enrolments stay. */
    record RegisterProduct(Product product, Actor actor) implements RegistryCommand {}

    /** Makes a site known, or replaces what is known of it. */
    record RegisterSite(Site site, Actor actor) implements RegistryCommand {}

    /** Enrols a site for a product; replaces an earlier enrolment of the same site for it. Running rollouts keep their terms. */
    record Enrol(Enrolment enrolment, Actor actor) implements RegistryCommand {}
}
