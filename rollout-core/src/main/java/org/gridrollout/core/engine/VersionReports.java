package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.lifecycle.Ticks;
import org.gridrollout.core.rule.Wording;

/** Keeps what sites say they run, and which products have to hear of it. */
final class VersionReports {

    private final Ledger ledger;
    private final Components components;

    VersionReports(Ledger ledger, Components components) {
        this.ledger = ledger;
        this.components = components;
    }

    Registration report(ReportVersions command, Instant now) {
        if (ledger.load(Streams.of(command.site()), SiteEntry.class).value().isEmpty()) {
            return Registration.refused(
                    "site-known", "Site " + command.site() + " is not registered.", Party.MIDDLEWARE_UNIT);
        }
        Versioned<InventoryEntry> known =
                ledger.load(Streams.of(command.site(), command.platform()), InventoryEntry.class);
        InventoryEntry before = known.value().orElseGet(() -> InventoryEntry.none(command.site(), command.platform()));
        Set<String> changed = before.installations().changed(command.installed());
        if (changed.isEmpty()) {
            return Registration.NOTHING;
        }
        Instant observedAt = Ticks.truncate(
                command.observedAt().filter(each -> each.isBefore(now)).orElse(now));
        if (observedAt.isBefore(before.observedAt())) {
            return Registration.refused(
                    "reading-newer",
                    "What " + command.site() + " ran on " + command.platform() + " at " + Wording.instant(observedAt)
                            + " is older than what is known, of " + Wording.instant(before.observedAt()) + ".",
                    Party.NOBODY);
        }
        Installations after = before.installations().reported(command.installed(), now);
        Set<ProductId> unsettled = new TreeSet<>(before.unsettled());
        unsettled.addAll(components.owners(changed));
        InventoryEntry entry = new InventoryEntry(after, observedAt, command.actor(), unsettled);
        return Registration.of(List.of(Registration.document(
                Streams.of(command.site(), command.platform()),
                known.revision(),
                InventoryEntry.class,
                entry,
                entry.index())));
    }
}
