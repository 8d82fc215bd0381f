package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/** What a repository would hold after a change set, and what speaks against that. */
final class Contents {

    private final FragmentCache fragments;
    private final Workers workers;
    private final Trust trust;
    private final Retention retention;
    private final OfferedNames names;
    private final Manifest before;
    private final ChangeSet change;

    Contents(
            FragmentCache fragments,
            Workers workers,
            Trust trust,
            Retention retention,
            OfferedNames names,
            Manifest before,
            ChangeSet change) {
        this.fragments = fragments;
        this.workers = workers;
        this.trust = trust;
        this.retention = retention;
        this.names = names;
        this.before = before;
        this.change = change;
    }

    Succession after() {
        return retention.after(before, change);
    }

    /** Every reason not to, one sentence each. */
    List<String> problems() throws IOException {
        List<PackageRef> added = change.add().stream().distinct().toList();
        Map<PackageRef, Known> known = new ConcurrentHashMap<>();
        workers.forEach(added, each -> known.put(each, look(each)));
        Map<String, Sha256> everOffered = new HashMap<>();
        before.withdrawn().forEach(each -> everOffered.put(each.location(), each.sha256()));
        Map<String, Sha256> adding = new HashMap<>();
        List<String> problems = new ArrayList<>();
        List<PackageRef> publishable = new ArrayList<>();
        for (PackageRef each : added) {
            Optional<String> problem = problem(each, everOffered, adding, Objects.requireNonNull(known.get(each)));
            problem.ifPresentOrElse(problems::add, () -> publishable.add(each));
        }
        publishable.removeIf(before.holdings()::contains); // what clients have is not taken from them like this
        problems.addAll(trust.objections(change.stage(), publishable));
        return problems;
    }

    private Known look(PackageRef added) throws IOException {
        boolean mayBeNew = PackageLocation.problem(added.nevra()).isEmpty()
                && before.holdings().underTheNameOf(added.nevra()).isEmpty();
        return new Known(
                fragments.identify(added.sha256()),
                mayBeNew ? names.of(PackageLocation.of(added.nevra())) : Optional.empty());
    }

    private Optional<String> problem(
            PackageRef added, Map<String, Sha256> everOffered, Map<String, Sha256> adding, Known known) {
        Optional<String> unsafe = PackageLocation.problem(added.nevra());
        if (unsafe.isPresent()) {
            return Optional.of("Package " + added + " cannot be published: " + unsafe.get() + ".");
        }
        Sha256 holder = holder(added, everOffered, known);
        if (!holder.equals(added.sha256())) {
            return Optional.of("Package " + added + " with content " + added.sha256() + " cannot be published: clients"
                    + " may hold that file name with other content, " + holder + "; raise its release.");
        }
        Sha256 first = adding.putIfAbsent(PackageLocation.of(added.nevra()), added.sha256());
        if (first != null && !first.equals(added.sha256())) {
            return Optional.of("Package " + added + " with content " + added.sha256() + " cannot be published: another"
                    + " package of the same change set has its file name, with content " + first + "; leave one out.");
        }
        if (known.identity().isEmpty()) {
            return Optional.of("Package " + added + " was not taken in: there is no content " + added.sha256() + ".");
        }
        Nevra identity = known.identity().get();
        if (!identity.equals(added.nevra())) {
            return Optional.of("Content " + added.sha256() + " is not package " + added + " but " + identity + ".");
        }
        return Optional.empty();
    }

    /** Whose file name it is, if anybody's. */
    private Sha256 holder(PackageRef added, Map<String, Sha256> everOffered, Known known) {
        Optional<PackageRef> offered = before.holdings().underTheNameOf(added.nevra());
        if (offered.isPresent()) {
            return offered.get().sha256();
        }
        if (known.collected().isPresent()) {
            return known.collected().get().sha256();
        }
        return everOffered.getOrDefault(PackageLocation.of(added.nevra()), added.sha256());
    }

    /**
     * What the disk says about a package.
     *
     * @param identity which package that content is; empty if it was not taken in
     * @param collected what had its file name and was collected; not looked for where nobody asks
     */
    private record Known(Optional<Nevra> identity, Optional<OfferedNames.Offered> collected) {}
}
