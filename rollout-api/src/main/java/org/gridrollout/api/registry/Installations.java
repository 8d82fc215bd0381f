package org.gridrollout.api.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;

/**
 * What a site runs on one platform as it last reported, and since when.
 *
 * @param components by the package's name; kept sorted
 * @param reportedAt when it last changed
 */
public record Installations(SiteId site, Platform platform, Map<String, Installed> components, Instant reportedAt) {
    public Installations {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
    }

    /** Nothing, as before the first report. */
    public static Installations none(SiteId site, Platform platform) {
        return new Installations(site, platform, Map.of(), Instant.EPOCH);
    }

    /** What is known after a report of everything that is installed; what did not change keeps its {@code since}. */
    public Installations reported(Map<String, Evr> installed, Instant at) {
        Set<String> changed = changed(installed);
        if (changed.isEmpty()) {
            return this;
        }
        Map<String, Installed> after = new TreeMap<>(components);
        changed.forEach(each -> {
            if (installed.containsKey(each)) {
                after.put(each, new Installed(installed.get(each), at));
            } else {
                after.remove(each);
            }
        });
        return new Installations(site, platform, after, at);
    }

    /** The components that such a report changes: new ones, other versions, and those that are gone; sorted. */
    public Set<String> changed(Map<String, Evr> installed) {
        Set<String> changed = new TreeSet<>();
        installed.forEach((component, version) -> {
            if (!components.containsKey(component)
                    || !components.get(component).version().equals(version)) {
                changed.add(component);
            }
        });
        components.keySet().stream()
                .filter(each -> !installed.containsKey(each))
                .forEach(changed::add);
        return changed;
    }
}
