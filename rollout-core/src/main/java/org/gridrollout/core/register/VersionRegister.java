package org.gridrollout.core.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installed;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.VersionScheme;

/**
 * Who runs what, since when, and who should not any more: a fold of the journal, kept by the host and brought up to date
 * by the engine. One more record costs that record; asking costs what the answer looks at, never the journal.
 *
 * <p>A site that reports its inventory for a platform is known by it; one that only said which releases it runs, by that.
 * Answers come in the order of sites and platforms. Not thread-safe: whoever feeds and asks it takes turns.
 */
public final class VersionRegister {

    private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::site)
            .thenComparing(Sighting::platform)
            .thenComparing(Sighting::component);

    private final VersionScheme versions;
    private final Fleet fleet = new Fleet();
    private final Map<ReleaseId, KnownRelease> releases = new TreeMap<>();
    private long position;

    /** Knows nothing yet. */
    public VersionRegister(VersionScheme versions) {
        this.versions = versions;
    }

    /** The last record of the journal it has taken in or passed over; 0 at first. */
    public long position() {
        return position;
    }

    /** Takes in what happened to a release; a record it knows already changes nothing. */
    public void happened(long at, ReleaseId id, RolloutEvent event) {
        if (!isNew(at)) {
            return;
        }
        if (event instanceof RolloutEvent.Contributed contributed) {
            releases.put(id, new KnownRelease(contributed.release()));
        }
        KnownRelease known = releases.get(id);
        if (known != null) {
            known.apply(event);
            if (event instanceof RolloutEvent.Deployed deployed) {
                Place place =
                        new Place(deployed.deployment().site(), known.release().platform());
                known.release().packages().forEach(each -> fleet.known(each.component(), place, event.at()));
            }
        }
    }

    /** Takes in what a site reported; a record it knows already changes nothing. */
    public void reported(long at, ReportVersions report, Instant instant) {
        if (isNew(at)) {
            fleet.report(report, instant);
        }
    }

    /** Passes over a record about something else. */
    public void passed(long at) {
        isNew(at);
    }

    /** The sites that run any version of a component. */
    public List<Sighting> running(String component) {
        List<Sighting> found = new ArrayList<>();
        fleet.running(component).forEach((place, installed) -> found.add(sighting(place, component, installed)));
        said(component).forEach((place, installed) -> found.add(sighting(place, component, installed)));
        found.sort(ORDER);
        return found;
    }

    /** The sites that run a release; none if it is not known. */
    public List<Running> running(ReleaseId release) {
        return Optional.ofNullable(releases.get(release)).stream()
                .flatMap(each -> each.running().entrySet().stream())
                .map(each -> new Running(each.getKey(), each.getValue()))
                .toList();
    }

    /** The sites that run a version of a component below the baseline, on a platform. */
    public List<Sighting> below(String component, Platform platform, Evr baseline) {
        return running(component).stream()
                .filter(each -> each.platform().equals(platform) && versions.compare(each.version(), baseline) < 0)
                .toList();
    }

    /** The sites that run a version of a release that is faulty, rejected, withdrawn or no longer supported. */
    public List<Concern> concerns() {
        List<Concern> concerns = new ArrayList<>();
        for (KnownRelease each : releases.values()) {
            Standing standing = each.standing();
            if (standing != Standing.FIT) {
                sightings(each)
                        .forEach(found ->
                                concerns.add(new Concern(found, each.release().id(), standing)));
            }
        }
        concerns.sort(Comparator.comparing(Concern::sighting, ORDER).thenComparing(Concern::release));
        return concerns;
    }

    /**
     * How a release was adopted: the share of the sites known to run any version of one of its components, at each instant
     * at which that changed; empty if nobody ever did.
     */
    public List<Adoption> adoption(ReleaseId release) {
        KnownRelease known = releases.get(release);
        return known == null ? List.of() : Course.of(known, fleet);
    }

    private boolean isNew(long at) {
        boolean isNew = at > position;
        position = Math.max(position, at);
        return isNew;
    }

    private List<Sighting> sightings(KnownRelease known) {
        List<Sighting> found = new ArrayList<>();
        known.release().packages().stream()
                .map(PackageRef::component)
                .distinct()
                .forEach(component -> running(component).stream()
                        .filter(each -> each.platform().equals(known.release().platform()))
                        .filter(each -> known.packagesOf(component).stream()
                                .anyMatch(own -> versions.compare(own.nevra().evr(), each.version()) == 0))
                        .forEach(found::add));
        return found;
    }

    /** Where only the releases that a site said it runs tell; of several the highest version. */
    private Map<Place, Installed> said(String component) {
        Map<Place, Installed> said = new HashMap<>();
        for (KnownRelease each : releases.values()) {
            for (PackageRef brought : each.packagesOf(component)) {
                each.running().forEach((site, since) -> {
                    Place place = place(site, each);
                    if (!fleet.hasReported(place)) {
                        said.merge(place, new Installed(brought.nevra().evr(), since), this::higher);
                    }
                });
            }
        }
        return said;
    }

    private Installed higher(Installed one, Installed other) {
        return versions.compare(one.version(), other.version()) >= 0 ? one : other;
    }

    private static Place place(SiteId site, KnownRelease known) {
        return new Place(site, known.release().platform());
    }

    private static Sighting sighting(Place place, String component, Installed installed) {
        return new Sighting(place.site(), place.platform(), component, installed.version(), installed.since());
    }
}
