package org.gridrollout.api.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;

/**
 * One reading of what a site runs on one platform, all of it: what is not in it is not installed.
 *
 * @param installed the version of each component, by the package's name; kept sorted; empty if nothing is installed
 * @param observedAt when somebody looked, by whose clock ever; an older reading never replaces a newer one
 */
public record Inventory(SiteId site, Platform platform, Map<String, Evr> installed, Instant observedAt) {
    public Inventory {
        Violations.of("Inventory of " + site + " on " + platform)
                .unless(
                        installed.keySet().stream().allMatch(each -> !each.isBlank() && each.length() <= 300),
                        "a component's name must have 1 to 300 characters")
                .throwIfAny();
        installed = Collections.unmodifiableMap(new TreeMap<>(installed));
    }
}
