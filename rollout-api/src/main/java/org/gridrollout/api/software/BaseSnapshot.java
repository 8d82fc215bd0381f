package org.gridrollout.api.software;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.Violations;

/**
 * What production of one platform is installed on top of (operating system, EPEL), as it was at one time. What it holds
 * never changes under its id; when the world moves, another snapshot is pinned in its place.
 *
 * @param id follows from the repositories' names and content alone: equal ids, equal packages
 * @param taken when it was read
 * @param repositories what it consists of, at least one, each name once
 */
public record BaseSnapshot(Sha256 id, Platform platform, Instant taken, List<Part> repositories) {

    /**
     * One of the repositories.
     *
     * @param name what people call it, {@code epel}
     * @param origin where it was read from, for a person
     * @param revision what it says of itself; empty if it says nothing
     * @param index digest of the file that names all others with their checksums ({@code repomd.xml})
     * @param packages how many it has
     */
    public record Part(String name, String origin, String revision, Sha256 index, long packages) {
        public Part {
            Violations.of("Base repository " + name)
                    .unless(!name.isBlank(), "name must not be blank")
                    .unless(packages >= 0, "packages must not be negative, was %d", packages)
                    .throwIfAny();
        }
    }

    public BaseSnapshot {
        repositories = List.copyOf(repositories);
        Violations violations = Violations.of("Base snapshot of " + platform)
                .unless(!repositories.isEmpty(), "must have at least one repository");
        Set<String> names = new HashSet<>();
        repositories.forEach(each -> violations.unless(names.add(each.name()), "names %s twice", each.name()));
        violations.throwIfAny();
    }

    /** How many packages there are in all of them together. */
    public long packages() {
        return repositories.stream().mapToLong(Part::packages).sum();
    }
}
