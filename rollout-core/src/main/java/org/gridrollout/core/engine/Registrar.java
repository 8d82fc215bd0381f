package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RegistryCommand.EndEnrolment;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.SiteRegistryCommand.CancelDowntime;
import org.gridrollout.api.command.SiteRegistryCommand.DeclareDowntime;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.policy.RolloutPolicy;

/** Keeps who is known and enrolled for what. Saying what is known already changes nothing. */
final class Registrar {

    private static final int ATTEMPTS = 50;

    private final Ledger ledger;
    private final Decider decider;
    private final ProductRegistration products;
    private final Enrolling enrolling;
    private final Downtimes downtimes;
    private final VersionReports versions;
    private final Supplier<Instant> now;

    Registrar(RolloutStore store, RolloutPolicy policy, Decider decider, Supplier<Instant> now) {
        Components components = new Components(store);
        this.ledger = new Ledger(store);
        this.decider = decider;
        this.products = new ProductRegistration(ledger, components);
        this.enrolling = new Enrolling(ledger, policy);
        this.downtimes = new Downtimes(ledger);
        this.versions = new VersionReports(ledger, components);
        this.now = now;
    }

    Outcome execute(RegistryCommand command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant at = now.get();
            Registration registration = registration(command, at);
            if (!registration.against().isEmpty()) {
                return new Outcome.Refused(new Verdict("Registry", registration.against()));
            }
            if (registration.documents().isEmpty() || isKept(command, registration.documents(), at)) {
                return new Outcome.Accepted(List.of(), Optional.empty(), List.of());
            }
        }
        throw new ContentionException("A registry change", ATTEMPTS);
    }

    private Registration registration(RegistryCommand command, Instant at) {
        if (command instanceof RegisterProduct register) {
            return products.register(register);
        } else if (command instanceof RegisterSite register) {
            return register(register);
        } else if (command instanceof Enrol enrol) {
            return enrolling.enrol(enrol);
        } else if (command instanceof EndEnrolment end) {
            return enrolling.end(end, at);
        } else if (command instanceof DeclareDowntime declare) {
            return downtimes.declare(declare, at);
        } else if (command instanceof CancelDowntime cancel) {
            return downtimes.cancel(cancel, at);
        } else if (command instanceof ReportVersions report) {
            return versions.report(report, at);
        }
        throw new IllegalArgumentException("unknown command " + command.getClass());
    }

    private Registration register(RegisterSite command) {
        Versioned<SiteEntry> known = ledger.load(Streams.of(command.site().id()), SiteEntry.class);
        List<Downtime> declared = known.value().map(SiteEntry::downtimes).orElse(List.of());
        return Registration.of(
                Streams.of(command.site().id()), known, SiteEntry.class, new SiteEntry(command.site(), declared));
    }

    /** The command goes into the journal of the document it is about. */
    private boolean isKept(RegistryCommand command, List<StreamWrite> documents, Instant at) {
        JournalEntry entry = Entries.asked(command, at);
        StreamWrite first = documents.get(0);
        List<StreamWrite> writes = new ArrayList<>(documents);
        writes.set(
                0,
                new StreamWrite(first.stream(), first.expectedRevision(), first.body(), first.index(), List.of(entry)));
        return decider.isKept(decider.change(writes, List.of()));
    }
}
