package org.gridrollout.api.registry;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ProductId;

/**
 * Binds a site, a product and an SLA for a time: the site is then a rollout site of that product.
 *
 * @param from from when, inclusive
 * @param until until when, exclusive; open-ended if absent
 */
public record Enrolment(SiteId site, ProductId product, Sla sla, Instant from, Optional<Instant> until) {

    public Enrolment {
        Violations.of("Enrolment of " + site + " for " + product)
                .unless(until.isEmpty() || until.get().isAfter(from), "must end after it begins")
                .throwIfAny();
    }

    /** Whether it binds the site at {@code instant}. */
    public boolean activeAt(Instant instant) {
        return !instant.isBefore(from) && (until.isEmpty() || instant.isBefore(until.get()));
    }
}
