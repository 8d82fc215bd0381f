package org.gridrollout.core.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;

/** One change set against the generation it would replace: what speaks against it, and what would come of it. */
final class Publication {

    private static final Comparator<PackageRef> ORDER = Comparator.comparing(PackageRef::component)
            .thenComparing(ref -> ref.nevra().arch())
            .thenComparing(PackageRef::sha256);

    private final Generation now;
    private final Set<PackageRef> packages;
    private final List<String> objections = new ArrayList<>();

    Publication(ChangeSet change, Generation now, Map<Sha256, SoftwarePackage> known) {
        this.now = now;
        packages = new LinkedHashSet<>(now.packages());
        change.remove().forEach(packages::remove);
        Map<Nevra, Sha256> names = new HashMap<>();
        packages.forEach(ref -> names.put(ref.nevra(), ref.sha256()));
        for (PackageRef ref : change.add()) {
            SoftwarePackage described = known.get(ref.sha256());
            if (described == null || !described.nevra().equals(ref.nevra())) {
                objections.add("Package " + ref + " with content " + ref.sha256() + " was never taken in");
            }
            Sha256 other = names.putIfAbsent(ref.nevra(), ref.sha256());
            if (other != null && !other.equals(ref.sha256())) {
                objections.add("Package " + ref + " is offered already with other content, " + other);
            }
            packages.add(ref);
        }
    }

    /** One sentence each; empty if it can be published. */
    List<String> objections() {
        return objections;
    }

    Generation next() {
        return new Generation(
                now.stage(),
                now.platform(),
                now.number() + 1,
                packages.stream().sorted(ORDER).toList());
    }
}
