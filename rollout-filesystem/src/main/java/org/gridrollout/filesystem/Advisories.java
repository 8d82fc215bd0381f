package org.gridrollout.filesystem;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.yum.UpdateInfo;
import org.gridrollout.filesystem.yum.UpdateInfoReader.Part;

/**
 * What a generation tells about its packages. Each advisory is rendered once, when it comes, and passed on as it is.
 *
 * @param told in the order of their ids
 */
record Advisories(List<Part> told) {

    Advisories {
        told = told.stream().sorted(Comparator.comparing(Part::id)).toList();
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** Those told from the next generation on: its own, and of the others those of which it still holds a package. */
    Advisories followedBy(Succession next, Stage stage) {
        SortedMap<String, Part> after = new TreeMap<>();
        for (Part each : told) {
            if (each.packages().stream().anyMatch(next.after()::contains)) {
                after.put(each.id(), each);
            }
        }
        next.advisories().forEach(each -> after.put(each.id(), render(each, stage)));
        return new Advisories(List.copyOf(after.values()));
    }

    private Part render(Advisory advisory, Stage stage) {
        Instant issued = told.stream()
                .filter(each -> each.id().equals(advisory.id()))
                .map(Part::issued)
                .filter(each -> each.isBefore(advisory.issued()))
                .findFirst()
                .orElse(advisory.issued());
        byte[] xml = UpdateInfo.part(advisory.withIssued(issued), stage);
        return new Part(advisory.id(), issued, advisory.packages(), xml);
    }

    /** {@code updateinfo.xml}. */
    byte[] toXml() {
        return UpdateInfo.of(told.stream().map(Part::xml).toList());
    }
}
