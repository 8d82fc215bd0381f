package org.gridrollout.api.registry;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.software.ProductId;

/**
 * A software element and the team that owns it.
 *
 * @param components the package names it is made of, at least one; kept sorted
 */
public record Product(ProductId id, TeamId team, Set<String> components) {

    public Product {
        Violations.of("Product " + id)
                .unless(!components.isEmpty(), "must have at least one component")
                .unless(components.stream().noneMatch(String::isBlank), "a component's name must not be blank")
                .throwIfAny();
        components = Collections.unmodifiableSet(new TreeSet<>(components));
    }
}
