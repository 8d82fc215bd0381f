package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.SiteRegistryCommand.CancelDowntime;
import org.gridrollout.api.command.SiteRegistryCommand.DeclareDowntime;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.lifecycle.Ticks;
import org.gridrollout.core.rule.Wording;

/** Sites declare downtimes and call them off; whether one is scheduled is fixed by the clock when it is declared. */
final class Downtimes {

    private final Ledger ledger;

    Downtimes(Ledger ledger) {
        this.ledger = ledger;
    }

    Registration declare(DeclareDowntime command, Instant now) {
        Versioned<SiteEntry> known = site(command.site());
        if (known.value().isEmpty()) {
            return unknown(command.site());
        }
        SiteEntry entry = known.value().get();
        Downtime declared = Downtime.declared(
                command.downtime(),
                command.site(),
                Ticks.truncate(command.from()),
                Ticks.truncate(command.until()),
                now,
                command.reason());
        Optional<Downtime> earlier = find(entry, command.downtime());
        if (earlier.isEmpty()) {
            List<Downtime> all = new ArrayList<>(entry.downtimes());
            all.add(declared);
            return write(known, all);
        }
        return saysTheSame(declared, earlier.get())
                ? Registration.NOTHING
                : Registration.refused(
                        "downtime-id-new",
                        "A downtime " + command.downtime()
                                + (earlier.get().isCancelled() ? " was cancelled" : " with other content was declared")
                                + " before; none can be changed, declare another under a new name.",
                        Party.site(command.site()));
    }

    Registration cancel(CancelDowntime command, Instant now) {
        Versioned<SiteEntry> known = site(command.site());
        if (known.value().isEmpty()) {
            return unknown(command.site());
        }
        SiteEntry entry = known.value().get();
        Optional<Downtime> declared = find(entry, command.downtime());
        if (declared.isEmpty()) {
            return Registration.refused(
                    "downtime-known",
                    command.site() + " declared no downtime " + command.downtime() + ".",
                    Party.site(command.site()));
        }
        Downtime downtime = declared.get();
        if (downtime.isCancelled()) {
            return Registration.NOTHING;
        }
        if (!now.isBefore(downtime.from())) {
            return Registration.refused(
                    "downtime-not-started",
                    "Downtime " + downtime.id() + " of " + downtime.site() + " has started on "
                            + Wording.instant(downtime.from()) + "; what has started cannot be cancelled.",
                    Party.NOBODY);
        }
        return write(
                known,
                entry.downtimes().stream()
                        .map(each -> each.equals(downtime) ? each.cancelled(now) : each)
                        .toList());
    }

    private Versioned<SiteEntry> site(SiteId site) {
        return ledger.load(Streams.of(site), SiteEntry.class);
    }

    private static Registration write(Versioned<SiteEntry> known, List<Downtime> downtimes) {
        SiteEntry entry = new SiteEntry(known.value().orElseThrow().site(), downtimes);
        return Registration.of(Streams.of(entry.site().id()), known, SiteEntry.class, entry);
    }

    private static Optional<Downtime> find(SiteEntry entry, DowntimeId id) {
        return entry.downtimes().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static boolean saysTheSame(Downtime declared, Downtime earlier) {
        return !earlier.isCancelled()
                && earlier.from().equals(declared.from())
                && earlier.until().equals(declared.until())
                && earlier.reason().equals(declared.reason());
    }

    private static Registration unknown(SiteId site) {
        return Registration.refused("site-known", "Site " + site + " is not registered.", Party.MIDDLEWARE_UNIT);
    }
}
