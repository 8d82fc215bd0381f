package org.gridrollout.core.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.api.software.PackageRef;

/** Adoption over time, from who came and left and from when each site was first known at all. */
final class Course {

    private final Map<Instant, int[]> changes = new TreeMap<>();

    private Course() {}

    static List<Adoption> of(KnownRelease release, Fleet fleet) {
        Course course = new Course();
        release.moves().forEach(each -> course.change(each.at())[0] += each.by());
        course.known(release, fleet);
        return course.adoptions();
    }

    private void known(KnownRelease release, Fleet fleet) {
        Map<Place, Instant> first = new HashMap<>();
        release.release().packages().stream()
                .map(PackageRef::component)
                .distinct()
                .forEach(component -> fleet.firstKnown(component).forEach((place, at) -> {
                    if (place.platform().equals(release.release().platform())) {
                        first.merge(place, at, (one, other) -> one.isBefore(other) ? one : other);
                    }
                }));
        first.values().forEach(at -> change(at)[1]++);
    }

    private List<Adoption> adoptions() {
        List<Adoption> adoptions = new ArrayList<>();
        int running = 0;
        int known = 0;
        for (Map.Entry<Instant, int[]> each : changes.entrySet()) {
            running += each.getValue()[0];
            known += each.getValue()[1];
            adoptions.add(new Adoption(each.getKey(), running, known));
        }
        return adoptions;
    }

    /** How many more run it, and how many more are known, at an instant. */
    private int[] change(Instant at) {
        return changes.computeIfAbsent(at, instant -> new int[2]);
    }
}
