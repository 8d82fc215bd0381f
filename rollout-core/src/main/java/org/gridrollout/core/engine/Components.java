package org.gridrollout.core.engine;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.engine.Ledger.Versioned;

/** Whose a component is, from the component's own stream: costs what is asked for, however many products there are. */
final class Components {

    /** From so many on, listing all that products name is cheaper than asking for each. */
    private static final int MANY = 100;

    private static final int PAGE = 10_000;

    private final RolloutStore store;
    private final Ledger ledger;

    Components(RolloutStore store) {
        this.store = store;
        this.ledger = new Ledger(store);
    }

    Versioned<ComponentEntry> entry(String component) {
        return ledger.load(Streams.ofComponent(component), ComponentEntry.class);
    }

    Optional<ProductId> owner(String component) {
        return entry(component).value().flatMap(ComponentEntry::product);
    }

    /** The products that any of them belongs to; those that belong to none are left out. */
    Set<ProductId> owners(Set<String> components) {
        Set<ProductId> owners = new TreeSet<>();
        Set<String> asked = components.size() > MANY ? namedAmong(components) : components;
        asked.forEach(each -> owner(each).ifPresent(owners::add));
        return owners;
    }

    private Set<String> namedAmong(Set<String> components) {
        Set<String> named = new TreeSet<>();
        StreamQuery query = StreamQuery.of(StreamId.Kind.COMPONENT, PAGE);
        for (StreamId each : Pages.of(store, query)) {
            if (components.contains(each.name())) {
                named.add(each.name());
            }
        }
        return named;
    }
}
