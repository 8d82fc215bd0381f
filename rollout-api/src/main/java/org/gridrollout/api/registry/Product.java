package org.gridrollout.api.registry;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.immutables.value.Value;

/**
 * A software element and the team that owns it.
 *
 * @param components the package names it is made of, at least one; kept sorted
 * @param platforms those it is released for; empty if that was not said; kept sorted
 * @param criteria what a rollout site of it has to be like
 */
@Value.Builder
public record Product(
        ProductId id, TeamId team, Set<String> components, Set<Platform> platforms, SelectionCriteria criteria)
        implements WithProduct {

    private static final int LONGEST_NAME = 300;

    public Product {
        Violations.of("Product " + id)
                .unless(!components.isEmpty(), "must have at least one component")
                .unless(components.stream().noneMatch(String::isBlank), "a component's name must not be blank")
                .unless(
                        components.stream().allMatch(each -> each.length() <= LONGEST_NAME),
                        "a component's name must have at most %d characters",
                        LONGEST_NAME)
                .unless(
                        !criteria.platformNeeded() || !platforms.isEmpty(),
                        "its criteria ask for one of its platforms, but it names none")
                .throwIfAny();
        components = Collections.unmodifiableSet(new TreeSet<>(components));
        platforms = Collections.unmodifiableSet(new TreeSet<>(platforms));
    }

    /** A product that asks nothing of its rollout sites, and does not say what it is released for. */
    public Product(ProductId id, TeamId team, Set<String> components) {
        this(id, team, components, Set.of(), SelectionCriteria.NONE);
    }
}
