package org.gridrollout.core.closure;

import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.jspecify.annotations.Nullable;

/**
 * Something a package provides.
 *
 * @param name the capability's name; a path for a file
 * @param relation how {@code version} bounds it; ANY if it has none
 * @param version null exactly when {@code relation} is ANY
 * @param self whether it is the package's own name and version, which obsoletes look at
 */
public record Provision(
        String name, Relation relation, @Nullable Evr version, boolean self) {

    @Override
    public String toString() {
        return relation.between(name, version);
    }
}
