package org.gridrollout.core.closure.solve;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * Which broken packages a change may have mended: those whose cause names a need that has other candidates now or a package
 * that is gone, and those whose cause rests on one of these.
 */
final class Reopening {

    private final PackageGraph graph;
    private final Map<Integer, Broken> broken;
    private final ListMultimap<Integer, Integer> clashesByNeed = ArrayListMultimap.create();
    private final ListMultimap<Integer, Integer> clashesByPackage = ArrayListMultimap.create();
    private final BitSet reopened = new BitSet();
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();

    Reopening(PackageGraph graph, Map<Integer, Broken> earlier) {
        this.graph = graph;
        this.broken = new HashMap<>(earlier);
        for (int each : graph.removed()) {
            broken.remove(each);
        }
        indexClashes();
        for (int need : graph.touchedNeeds()) {
            reopenUsers(need);
        }
        for (int each : graph.removed()) {
            clashesByPackage.get(each).forEach(this::reopen);
        }
        while (!queue.isEmpty()) {
            IntList met = graph.met(queue.poll());
            for (int i = 0; i < met.size(); i++) {
                IntList needs = graph.needsOf(met.get(i));
                for (int j = 0; j < needs.size(); j++) {
                    reopenUsers(needs.get(j));
                }
            }
        }
        for (int pack = reopened.nextSetBit(0); pack >= 0; pack = reopened.nextSetBit(pack + 1)) {
            broken.remove(pack);
        }
    }

    /** Those in question again. */
    BitSet reopened() {
        return reopened;
    }

    /** Those that stay broken. */
    Map<Integer, Broken> stillBroken() {
        return broken;
    }

    private void reopenUsers(int need) {
        IntList users = graph.users(need);
        for (int i = 0; i < users.size(); i++) {
            Broken entry = broken.get(users.get(i));
            if (entry != null && entry.cause() instanceof Cause.Unmet unmet && unmet.need() == need) {
                reopen(users.get(i));
            }
        }
        clashesByNeed.get(need).forEach(this::reopen);
    }

    private void indexClashes() {
        broken.forEach((pack, entry) -> {
            if (entry.cause() instanceof Cause.Clash clash) {
                for (Fact each : clash.facts()) {
                    if (each instanceof Fact.Needs needs) {
                        clashesByNeed.put(needs.need(), pack);
                    }
                }
                IntList packs = Trouble.packages(clash);
                for (int i = 0; i < packs.size(); i++) {
                    clashesByPackage.put(packs.get(i), pack);
                }
            }
        });
    }

    private void reopen(int pack) {
        if (!reopened.get(pack)) {
            reopened.set(pack);
            queue.add(pack);
        }
    }
}
