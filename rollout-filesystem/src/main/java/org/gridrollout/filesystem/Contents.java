package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/** What a repository would hold after a change set, and what speaks against that. */
final class Contents {

    /** A generation's order. */
    static final Comparator<PackageRef> ORDER = Comparator.comparing(PackageRef::component)
            .thenComparing(each -> each.nevra().arch())
            .thenComparing(PackageRef::sha256);

    private final Pool pool;
    private final Trust trust;
    private final Manifest before;
    private final ChangeSet change;

    Contents(Pool pool, Trust trust, Manifest before, ChangeSet change) {
        this.pool = pool;
        this.trust = trust;
        this.before = before;
        this.change = change;
    }

    List<PackageRef> after() {
        Set<PackageRef> packages = new LinkedHashSet<>(before.packages());
        change.remove().forEach(packages::remove);
        packages.addAll(change.add());
        return packages.stream().sorted(ORDER).toList();
    }

    /** Every reason not to, one sentence each. */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Sha256> everOffered = new HashMap<>();
        before.withdrawn().forEach(each -> everOffered.put(each.location(), each.sha256()));
        before.packages().forEach(each -> everOffered.put(PackageLocation.of(each.nevra()), each.sha256()));
        List<PackageRef> publishable = new ArrayList<>();
        for (PackageRef each : new LinkedHashSet<>(change.add())) {
            Optional<String> problem = problem(each, everOffered);
            problem.ifPresentOrElse(problems::add, () -> publishable.add(each));
        }
        publishable.removeAll(new HashSet<>(before.packages())); // what clients have is not taken from them like this
        problems.addAll(trust.objections(change.stage(), publishable));
        return problems;
    }

    private Optional<String> problem(PackageRef added, Map<String, Sha256> everOffered) throws IOException {
        Optional<String> unsafe = PackageLocation.problem(added.nevra());
        if (unsafe.isPresent()) {
            return Optional.of("Package " + added + " cannot be published: " + unsafe.get() + ".");
        }
        Sha256 holder = everOffered.putIfAbsent(PackageLocation.of(added.nevra()), added.sha256());
        if (holder != null && !holder.equals(added.sha256())) {
            return Optional.of("Package " + added + " with content " + added.sha256() + " cannot be published: clients"
                    + " may hold that file name with other content, " + holder + "; raise its release.");
        }
        Optional<StoredPackage> stored = pool.find(added.sha256());
        if (stored.isEmpty()) {
            return Optional.of("Package " + added + " was not taken in: there is no content " + added.sha256() + ".");
        }
        if (!stored.get().rpm().nevra().equals(added.nevra())) {
            return Optional.of("Content " + added.sha256() + " is not package " + added + " but "
                    + stored.get().rpm().nevra() + ".");
        }
        return Optional.empty();
    }
}
