package org.gridrollout.core.closure.naive;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

/**
 * Decides whether RPM packages can be installed by trying: starts with the package alone, takes the first thing that is
 * wrong with the set, and tries every package that could put it right, one after the other, until nothing is wrong or
 * everything was tried. Shares with {@link org.gridrollout.core.closure.Closure} only how versions compare and how a Boolean
 * dependency is read. Exact, and exponentially slow where choices are many. Immutable and thread-safe.
 */
public final class NaiveClosure {

    private final NaiveSemantics semantics;
    private final List<SoftwarePackage> packages;

    private NaiveClosure(NaiveSemantics semantics, List<SoftwarePackage> packages) {
        this.semantics = semantics;
        this.packages = packages;
    }

    /** A second opinion on these packages; a file that is there twice counts once. */
    public static NaiveClosure of(RpmEcosystem ecosystem, Collection<SoftwarePackage> packages) {
        Set<PackageRef> seen = new HashSet<>();
        return new NaiveClosure(
                new NaiveSemantics(ecosystem),
                packages.stream().filter(each -> seen.add(each.ref())).toList());
    }

    /** The packages that cannot be installed, in their order. */
    public List<PackageRef> broken() {
        return packages.stream()
                .filter(each -> installation(each).isEmpty())
                .map(SoftwarePackage::ref)
                .toList();
    }

    /** A set with the package that can be installed, or nothing if there is none. */
    public Optional<Set<SoftwarePackage>> installation(SoftwarePackage wanted) {
        Deque<Set<SoftwarePackage>> open = new ArrayDeque<>();
        Set<Set<SoftwarePackage>> tried = new HashSet<>();
        open.push(Set.of(wanted));
        while (!open.isEmpty()) {
            Set<SoftwarePackage> set = open.pop();
            if (!tried.add(set) || !semantics.together(set)) {
                continue;
            }
            Optional<Lack> lack = firstLack(set);
            if (lack.isEmpty()) {
                return Optional.of(set);
            }
            for (SoftwarePackage each : packages) {
                if (!set.contains(each) && lack.get().couldBeMetBy(each)) {
                    Set<SoftwarePackage> larger = new LinkedHashSet<>(set);
                    larger.add(each);
                    open.push(larger);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the set can be installed as it is. */
    public boolean isInstallable(Set<SoftwarePackage> set) {
        return semantics.together(set) && firstLack(set).isEmpty();
    }

    private Optional<Lack> firstLack(Set<SoftwarePackage> set) {
        return set.stream().flatMap(each -> semantics.lacks(each, set)).findFirst();
    }

    /** Something that is wrong with a set, and may be put right by adding to it. */
    interface Lack {
        boolean couldBeMetBy(SoftwarePackage other);
    }
}
