package org.gridrollout.core.installability;

import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;

/**
 * A release that could go to production.
 *
 * @param product of one product only one release can go
 * @param replaces what it takes the place of
 * @param needs releases that have to be there before it or come with it, of those that are not there yet
 */
public record Wanted(
        ReleaseId release,
        ProductId product,
        List<PackageRef> packages,
        List<PackageRef> replaces,
        Set<ReleaseId> needs) {

    public Wanted {
        packages = List.copyOf(packages);
        replaces = List.copyOf(replaces);
        needs = Set.copyOf(needs);
    }
}
