package org.gridrollout.core.installability;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;

/**
 * What clients of a stage can install from.
 *
 * @param base the pinned snapshot
 * @param below what production adds, where the stage is beta
 * @param own what the stage itself offers
 */
record Offer(Optional<BaseSnapshot> base, List<PackageRef> below, List<PackageRef> own) {

    Set<PackageRef> packages() {
        Set<PackageRef> packages = new LinkedHashSet<>(below);
        packages.addAll(own);
        return packages;
    }

    /** Repositories hand out one list as long as nothing changes, so that mostly nothing has to be compared. */
    boolean sameAs(Offer other) {
        return base.equals(other.base) && same(below, other.below) && same(own, other.own);
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut: equal lists are found equal all the same
    private static boolean same(List<PackageRef> one, List<PackageRef> other) {
        return one == other || one.equals(other);
    }
}
