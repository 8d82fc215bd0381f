package org.gridrollout.core.closure.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * Makes the sets of an earlier graph installable in the present one: what is gone leaves, what came under the same name
 * takes its place, and whoever then lacks something looks for another or leaves too.
 */
final class Repair {

    private final PackageGraph graph;
    private final IntPredicate hopeless;
    private final IntList left = new IntList();

    Repair(PackageGraph graph, IntPredicate hopeless) {
        this.graph = graph;
        this.hopeless = hopeless;
    }

    InstallableSets repair(InstallableSets sets) {
        List<BitSet> repaired = new ArrayList<>(sets.all().size());
        for (BitSet each : sets.all()) {
            BitSet now = repair(each);
            if (!now.isEmpty()) {
                repaired.add(now);
            }
        }
        return new InstallableSets(repaired);
    }

    /** Those that had to leave some set. */
    IntList left() {
        return left;
    }

    private BitSet repair(BitSet set) {
        IntList gone = new IntList();
        for (int each : graph.removed()) {
            if (set.get(each)) {
                gone.add(each);
            }
        }
        if (gone.isEmpty()) {
            return set;
        }
        Assembly assembly = new Assembly(graph, (BitSet) set.clone(), hopeless);
        for (int i = 0; i < gone.size(); i++) {
            assembly.leave(gone.get(i));
        }
        for (int each : graph.added()) {
            if (replaces(each, gone)) {
                assembly.join(each);
            }
        }
        for (int i = 0; i < gone.size(); i++) {
            lookAfterUsers(gone.get(i), assembly, gone);
        }
        return assembly.members();
    }

    private boolean replaces(int newcomer, IntList gone) {
        String name = graph.member(newcomer).nevra().name();
        for (int i = 0; i < gone.size(); i++) {
            if (graph.member(gone.get(i)).nevra().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void lookAfterUsers(int pack, Assembly assembly, IntList gone) {
        IntList met = graph.met(pack);
        for (int i = 0; i < met.size(); i++) {
            IntList needs = graph.needsOf(met.get(i));
            for (int j = 0; j < needs.size(); j++) {
                lookAfterUsersOf(needs.get(j), assembly, gone);
            }
        }
    }

    /** Asked once for all of them: what nobody can meet for one, nobody can for another. */
    private void lookAfterUsersOf(int need, Assembly assembly, IntList gone) {
        IntList users = graph.users(need);
        boolean asked = false;
        for (int i = 0; i < users.size(); i++) {
            int user = users.get(i);
            if (assembly.has(user)) {
                if (!asked && assembly.meet(need)) {
                    return;
                }
                asked = true;
                assembly.leave(user);
                gone.add(user);
                left.add(user);
            }
        }
    }
}
