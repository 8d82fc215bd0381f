package org.gridrollout.api.command;

import java.time.Instant;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.software.ProductId;

/**
 * Changes who is known and enrolled for what, and what is known of sites. All are the MU's, but what a site says of itself
 * ({@link SiteRegistryCommand}). What is said already changes nothing.
 */
public sealed interface RegistryCommand extends Command
        permits RegistryCommand.RegisterProduct,
                RegistryCommand.RegisterSite,
                RegistryCommand.Enrol,
                RegistryCommand.EndEnrolment,
                SiteRegistryCommand {

    /**
     * Makes a product known, or replaces what is known of it; its enrolments stay. A component belongs to one product; one
     * that the product no longer names is free for another.
     */
    record RegisterProduct(Product product, Actor actor) implements RegistryCommand {}

    /** Makes a site known, or replaces what is known of it; its enrolments and downtimes stay. */
    record RegisterSite(Site site, Actor actor) implements RegistryCommand {}

    /**
     * Enrols a site for a product that both are known and meet the product's criteria; replaces an earlier enrolment of the
     * same site for it. Running rollouts keep their terms.
     */
    record Enrol(Enrolment enrolment, Actor actor) implements RegistryCommand {}

    /**
     * Ends an enrolment, or sets another end to one that has not ended yet. Running rollouts keep their terms.
     *
     * @param until from when the site is not enrolled any more; an instant in the past counts as now
     */
    record EndEnrolment(SiteId site, ProductId product, Instant until, Actor actor) implements RegistryCommand {}
}
