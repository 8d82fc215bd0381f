package org.gridrollout.core.installability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.closure.ClosureDifference;

/** Tries releases together. */
final class JointTrial {

    private final Planner.Trial trial;

    JointTrial(Planner.Trial trial) {
        this.trial = trial;
    }

    /** Whether they could go to production together. */
    boolean holds(Collection<Wanted> set) {
        Set<ReleaseId> names = names(set);
        return older(set).isEmpty()
                && set.stream().allMatch(each -> names.containsAll(each.needs()))
                && difference(set).holds();
    }

    /** What their packages would do to production. */
    ClosureDifference difference(Collection<Wanted> set) {
        return difference(set, set);
    }

    /** What the packages of some would do to production in place of what others replace. */
    ClosureDifference difference(Collection<Wanted> coming, Collection<Wanted> replacing) {
        Set<PackageRef> add = new LinkedHashSet<>();
        coming.forEach(each -> add.addAll(each.packages()));
        Set<PackageRef> remove = new HashSet<>();
        replacing.forEach(each -> remove.addAll(each.replaces()));
        remove.removeAll(add);
        return trial.after(add, remove);
    }

    /** All but the newest of each product. */
    private static Collection<Wanted> older(Collection<Wanted> set) {
        Map<ProductId, Wanted> newest = new HashMap<>();
        List<Wanted> older = new ArrayList<>();
        for (Wanted each : set) {
            Wanted before = newest.put(each.product(), each);
            if (before != null) {
                older.add(before);
            }
        }
        return older;
    }

    static Set<ReleaseId> names(Collection<Wanted> set) {
        Set<ReleaseId> names = new TreeSet<>();
        set.forEach(each -> names.add(each.release()));
        return names;
    }
}
