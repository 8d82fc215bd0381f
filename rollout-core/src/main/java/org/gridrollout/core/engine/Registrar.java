package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.Product;

import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.codec.Documents;
import org.gridrollout.core.engine.Ledger.Versioned;

/** Keeps who is known and enrolled for what. Saying what is known already changes nothing. */
final class Registrar {

    private static final int ATTEMPTS = 50;
    private static final int MANY = 10_000;

    private final RolloutStore store;
    private final Ledger ledger;
    private final Decider decider;
    private final Supplier<Instant> now;

    Registrar(RolloutStore store, Decider decider, Supplier<Instant> now) {
        this.store = store;
        this.ledger = new Ledger(store);
        this.decider = decider;
        this.now = now;
    }

    Outcome execute(RegistryCommand command) {
        Optional<Verdict> refusal = refusal(command);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt(command)) {
                return new Outcome.Accepted(List.of(), Optional.empty(), List.of());
            }
        }
        throw new ContentionException("A registry change", ATTEMPTS);
    }

    private boolean attempt(RegistryCommand command) {
        if (command instanceof RegisterSite register) {
            Versioned<SiteEntry> known = ledger.load(Streams.of(register.site().id()), SiteEntry.class);
            List<Downtime> downtimes = known.value().map(SiteEntry::downtimes).orElse(List.of());
            SiteEntry entry = new SiteEntry(register.site(), downtimes);
            return write(command, Streams.of(register.site().id()), known, SiteEntry.class, entry);
        }
        Product product = product(command).orElseThrow();
        Versioned<ProductEntry> known = ledger.product(product.id());
        ProductEntry entry = command instanceof Enrol enrol
                ? known.value().orElseThrow().with(enrol.enrolment())
                : new ProductEntry(
                        product, known.value().map(ProductEntry::enrolments).orElse(List.of()));
        return write(command, Streams.of(product.id()), known, ProductEntry.class, entry);
    }

    private <T> boolean write(RegistryCommand command, StreamId stream, Versioned<T> known, Class<T> type, T value) {
        if (known.value().filter(value::equals).isPresent()) {
            return true;
        }
        JournalEntry entry = Entries.asked(command, now.get());
        StreamWrite write = new StreamWrite(
                stream, known.revision(), Documents.write(type, value), IndexEntry.NONE, List.of(entry));
        return decider.isKept(decider.change(List.of(write), List.of()));
    }

    private Optional<Product> product(RegistryCommand command) {
        if (command instanceof RegisterProduct register) {
            return Optional.of(register.product());
        } else if (command instanceof Enrol enrol) {
            return ledger.product(enrol.enrolment().product()).value().map(ProductEntry::product);
        }
        return Optional.empty();
    }

    private Optional<Verdict> refusal(RegistryCommand command) {
        if (command instanceof Enrol enrol) {
            if (product(command).isEmpty()) {
                return refused("product-known", "Product " + enrol.enrolment().product() + " is not registered.");
            }
            if (store.load(Streams.of(enrol.enrolment().site())).isEmpty()) {
                return refused("site-known", "Site " + enrol.enrolment().site() + " is not registered.");
            }
        } else if (command instanceof RegisterProduct register) {
            return ownedByAnother(register.product());
        }
        return Optional.empty();
    }

    /** A component belongs to one product, so that its version floor is in one place. */
    private Optional<Verdict> ownedByAnother(Product product) {
        Set<String> components = product.components();
        return store.find(StreamQuery.of(StreamId.Kind.PRODUCT, MANY)).stream()
                .filter(each -> !each.name().equals(product.id().value()))
                .flatMap(each -> ledger.load(each, ProductEntry.class).value().stream())
                .filter(each -> each.product().components().stream().anyMatch(components::contains))
                .findFirst()
                .flatMap(each -> refused(
                        "component-of-one-product",
                        "A component of " + product.id() + " belongs to "
                                + each.product().id() + " already."));
    }

    private static Optional<Verdict> refused(String rule, String sentence) {
        return Optional.of(new Verdict(
                "Registry",
                List.of(Finding.of(
                        RuleId.of(rule), FindingOutcome.BLOCKED, sentence, List.of(Party.MIDDLEWARE_UNIT)))));
    }
}
