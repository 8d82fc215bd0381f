package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.store.IndexEntry;

/**
 * What the registry keeps of what a site runs on one platform.
 *
 * @param observedAt when somebody looked
 * @param reportedBy who said so
 * @param unsettled products whose components changed and whose rollouts do not reflect it yet
 */
record InventoryEntry(Installations installations, Instant observedAt, Actor reportedBy, Set<ProductId> unsettled) {
    InventoryEntry {
        unsettled = Collections.unmodifiableSet(new TreeSet<>(unsettled));
    }

    static InventoryEntry none(SiteId site, Platform platform) {
        return new InventoryEntry(Installations.none(site, platform), Instant.EPOCH, Actor.SYSTEM, Set.of());
    }

    InventoryEntry settled(ProductId product) {
        Set<ProductId> left = new TreeSet<>(unsettled);
        left.remove(product);
        return new InventoryEntry(installations, observedAt, reportedBy, left);
    }

    /** Due until it is settled, so that a sweep goes on where an engine stopped. */
    IndexEntry index() {
        return new IndexEntry(
                "",
                "",
                installations.platform().toString(),
                unsettled.isEmpty() ? Optional.empty() : Optional.of(installations.reportedAt()));
    }
}
