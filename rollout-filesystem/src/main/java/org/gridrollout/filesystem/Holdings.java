package org.gridrollout.filesystem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/**
 * What a generation holds, in its order and cut into runs. A question costs a search and a change costs a copy of
 * references, however many packages there are. Immutable.
 */
final class Holdings {

    /** A generation's order. */
    static final Comparator<PackageRef> ORDER = Comparator.comparing(PackageRef::component)
            .thenComparing(each -> each.nevra().arch())
            .thenComparing(PackageRef::sha256);

    private static final Sha256 LEAST = new Sha256("0".repeat(64));

    private final List<PackageRef> packages;
    private final List<Run> runs;

    private Holdings(Collection<PackageRef> sorted, List<Run> before) {
        this.packages = List.copyOf(sorted);
        this.runs = Run.cut(packages, before);
    }

    /** Those packages, in any order. */
    static Holdings of(Collection<PackageRef> packages) {
        return new Holdings(sorted(packages), List.of());
    }

    /** In a generation's order. */
    List<PackageRef> packages() {
        return packages;
    }

    List<Run> runs() {
        return runs;
    }

    boolean contains(PackageRef ref) {
        return position(ref) >= 0;
    }

    /** The package whose file has the name that such a package would have: it may differ in the epoch. */
    Optional<PackageRef> underTheNameOf(Nevra nevra) {
        String location = PackageLocation.of(nevra);
        for (int i = insertion(new PackageRef(nevra, LEAST)); i < packages.size(); i++) {
            Nevra each = packages.get(i).nevra();
            if (!each.name().equals(nevra.name()) || !each.arch().equals(nevra.arch())) {
                break;
            }
            if (PackageLocation.of(each).equals(location)) {
                return Optional.of(packages.get(i));
            }
        }
        return Optional.empty();
    }

    /** What it holds and the other does not; costs as much as the runs that differ. */
    List<PackageRef> notIn(Holdings other) {
        Set<Run> shared = new HashSet<>(other.runs);
        return runs.stream()
                .filter(each -> !shared.contains(each))
                .flatMap(each -> each.packages().stream())
                .filter(each -> !other.contains(each))
                .toList();
    }

    /** Without some packages and with some more; what is in both is in. */
    Holdings change(Collection<PackageRef> remove, Collection<PackageRef> add) {
        BitSet gone = new BitSet();
        for (PackageRef each : remove) {
            int at = position(each);
            if (at >= 0) {
                gone.set(at);
            }
        }
        List<PackageRef> fresh = new ArrayList<>();
        for (PackageRef each : add) {
            int at = position(each);
            if (at >= 0) {
                gone.clear(at);
            } else {
                fresh.add(each);
            }
        }
        List<PackageRef> changed = new ArrayList<>(packages.size() + fresh.size());
        int done = 0;
        for (PackageRef each : sorted(fresh)) {
            int at = insertion(each);
            copy(done, at, gone, changed);
            changed.add(each);
            done = at;
        }
        copy(done, packages.size(), gone, changed);
        return new Holdings(changed, runs);
    }

    private void copy(int from, int to, BitSet gone, List<PackageRef> into) {
        for (int i = from; i < to; i++) {
            if (!gone.get(i)) {
                into.add(packages.get(i));
            }
        }
    }

    /** Where that package is, or -1. */
    private int position(PackageRef ref) {
        int at = Collections.binarySearch(packages, ref, ORDER);
        return at >= 0 && packages.get(at).equals(ref) ? at : -1;
    }

    private int insertion(PackageRef ref) {
        int at = Collections.binarySearch(packages, ref, ORDER);
        return at >= 0 ? at : -at - 1;
    }

    private static NavigableSet<PackageRef> sorted(Collection<PackageRef> packages) {
        NavigableSet<PackageRef> sorted = new TreeSet<>(ORDER);
        sorted.addAll(packages);
        return sorted;
    }
}
