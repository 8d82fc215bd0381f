package org.gridrollout.core.engine;

import java.util.List;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.Site;

/** What the registry keeps of a site: itself and the downtimes it declared, by the instant of declaration. */
record SiteEntry(Site site, List<Downtime> downtimes) {

    SiteEntry {
        downtimes = List.copyOf(downtimes);
    }
}
