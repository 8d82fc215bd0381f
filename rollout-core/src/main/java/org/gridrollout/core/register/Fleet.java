package org.gridrollout.core.register;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.registry.Installed;

/** What sites reported of themselves, by component, and since when each component is known at all. */
final class Fleet {

    private final Map<Place, Installations> inventories = new HashMap<>();
    private final Map<String, Map<Place, Installed>> byComponent = new HashMap<>();
    private final Map<String, Map<Place, Instant>> firstKnown = new HashMap<>();

    void report(ReportVersions report, Instant at) {
        Place place = new Place(report.site(), report.platform());
        Installations before = inventories.getOrDefault(place, Installations.none(report.site(), report.platform()));
        Set<String> changed = before.changed(report.installed());
        Installations after = before.reported(report.installed(), at);
        inventories.put(place, after);
        for (String each : changed) {
            Map<Place, Installed> places = byComponent.computeIfAbsent(each, name -> new TreeMap<>());
            if (after.components().containsKey(each)) {
                places.put(place, after.components().get(each));
                known(each, place, at);
            } else {
                places.remove(place);
            }
        }
    }

    void known(String component, Place place, Instant at) {
        firstKnown.computeIfAbsent(component, name -> new TreeMap<>()).putIfAbsent(place, at);
    }

    /** Whether the place has reported what it runs, so that its inventory says more than anything else. */
    boolean hasReported(Place place) {
        return inventories.containsKey(place);
    }

    Map<Place, Installed> running(String component) {
        return byComponent.getOrDefault(component, Collections.emptyMap());
    }

    Map<Place, Instant> firstKnown(String component) {
        return firstKnown.getOrDefault(component, Collections.emptyMap());
    }
}
