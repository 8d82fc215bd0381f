package org.gridrollout.core.engine;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.core.engine.Ledger.Versioned;

/** Makes products known. A component belongs to one product, so that its version floor is in one place. */
final class ProductRegistration {

    private final Ledger ledger;
    private final Components components;

    ProductRegistration(Ledger ledger, Components components) {
        this.ledger = ledger;
        this.components = components;
    }

    Registration register(RegisterProduct command) {
        Product product = command.product();
        Versioned<ProductEntry> known = ledger.product(product.id());
        ProductEntry entry = new ProductEntry(
                product, known.value().map(ProductEntry::enrolments).orElse(List.of()));
        Set<String> before =
                known.value().map(each -> each.product().components()).orElse(Set.of());
        List<Finding> against = new ArrayList<>();
        List<StreamWrite> documents =
                new ArrayList<>(Registration.of(Streams.of(product.id()), known, ProductEntry.class, entry)
                        .documents());
        for (String each : Sets.difference(product.components(), before)) {
            Versioned<ComponentEntry> owned = components.entry(each);
            Optional<ProductId> owner = owned.value().flatMap(ComponentEntry::product);
            if (owner.isPresent()) {
                against.add(Registration.finding(
                        "component-of-one-product",
                        each + " is a component of " + owner.get() + " already.",
                        Party.MIDDLEWARE_UNIT));
            }
            documents.add(component(each, owned, Optional.of(product.id())));
        }
        for (String each : Sets.difference(before, product.components())) {
            documents.add(component(each, components.entry(each), Optional.empty()));
        }
        return against.isEmpty() ? Registration.of(documents) : Registration.refused(against);
    }

    private static StreamWrite component(String name, Versioned<ComponentEntry> known, Optional<ProductId> owner) {
        return Registration.document(
                Streams.ofComponent(name),
                known.revision(),
                ComponentEntry.class,
                new ComponentEntry(owner),
                IndexEntry.NONE);
    }
}
