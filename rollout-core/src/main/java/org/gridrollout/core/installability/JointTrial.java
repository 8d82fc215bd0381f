package org.gridrollout.core.installability;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.PackageRef;
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
        return set.stream().map(Wanted::product).distinct().count() == set.size()
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

    static Set<ReleaseId> names(Collection<Wanted> set) {
        Set<ReleaseId> names = new TreeSet<>();
        set.forEach(each -> names.add(each.release()));
        return names;
    }
}
