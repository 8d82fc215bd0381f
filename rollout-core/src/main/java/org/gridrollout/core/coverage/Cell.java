package org.gridrollout.core.coverage;

import java.util.List;
import java.util.stream.Collectors;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.core.rule.Wording;

/**
 * One product on one platform.
 *
 * @param sites enrolled sites that run the platform; sorted
 * @param assumed enrolled sites that have not said which platforms they run, and are taken to run this one; sorted
 * @param nearMisses whom to ask, if there are neither; sorted by site
 */
public record Cell(
        ProductId product, Platform platform, List<SiteId> sites, List<SiteId> assumed, List<NearMiss> nearMisses) {
    public Cell {
        sites = List.copyOf(sites);
        assumed = List.copyOf(assumed);
        nearMisses = List.copyOf(nearMisses);
    }

    /** Whether a release could be announced to somebody who may run it. */
    public boolean isCovered() {
        return !sites.isEmpty() || !assumed.isEmpty();
    }

    /** Who covers it, or whom to recruit, for a person. */
    public String sentence() {
        String what = product + " on " + platform;
        if (!sites.isEmpty()) {
            return "Rollout sites of " + what + ": " + Wording.list(sites, SiteId::value) + ".";
        } else if (!assumed.isEmpty()) {
            return "Rollout sites of " + product + " that have not said whether they run " + platform + ": "
                    + Wording.list(assumed, SiteId::value) + ".";
        }
        return "No rollout site covers " + what + ". "
                + (nearMisses.isEmpty()
                        ? "No registered site would meet the criteria either."
                        : nearMisses.stream().map(NearMiss::sentence).collect(Collectors.joining(" ")));
    }
}
