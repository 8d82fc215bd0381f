package org.gridrollout.core.closure.solve;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;
import org.jspecify.annotations.Nullable;

/**
 * Who is known to be broken, and who is still in question. Whatever is found broken takes with it those in question that
 * have a need nobody else can meet. For one thread.
 */
final class Ledger {

    private final PackageGraph graph;
    private final Map<Integer, Broken> broken;
    private final BitSet isBroken = new BitSet();
    private final BitSet open;

    Ledger(PackageGraph graph, Map<Integer, Broken> broken, BitSet open) {
        this.graph = graph;
        this.broken = new HashMap<>(broken);
        this.open = open;
        broken.keySet().forEach(isBroken::set);
    }

    boolean isBroken(int pack) {
        return isBroken.get(pack);
    }

    Map<Integer, Broken> broken() {
        return broken;
    }

    /** Those in question; the ledger's own. */
    BitSet open() {
        return open;
    }

    /** No longer in question, being installable. */
    void close(BitSet installable) {
        open.andNot(installable);
    }

    /** Finds those in question that are broken at first sight. What nobody offers is the reason before what is broken. */
    void review() {
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int pack = open.nextSetBit(0); pack >= 0; pack = open.nextSetBit(pack + 1)) {
            String fault = fault(pack);
            if (fault != null) {
                write(pack, new Broken(new Cause.Unfit(fault), 0));
                queue.add(pack);
            }
        }
        IntList losing = new IntList();
        for (int pack = open.nextSetBit(0); pack >= 0; pack = open.nextSetBit(pack + 1)) {
            int lost = lostNeed(pack);
            if (lost >= 0 && graph.candidates(lost).length == 0) {
                write(pack, lost);
                queue.add(pack);
            } else if (lost >= 0) {
                losing.add(pack);
            }
        }
        for (int i = 0; i < losing.size(); i++) {
            write(losing.get(i), lostNeed(losing.get(i)));
            queue.add(losing.get(i));
        }
        spread(queue);
    }

    /** The package is broken. */
    void bury(int pack, Cause cause) {
        write(pack, new Broken(cause, 0));
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(pack);
        spread(queue);
    }

    private void spread(ArrayDeque<Integer> queue) {
        while (!queue.isEmpty()) {
            IntList met = graph.met(queue.poll());
            for (int i = 0; i < met.size(); i++) {
                IntList needs = graph.needsOf(met.get(i));
                for (int j = 0; j < needs.size(); j++) {
                    int need = needs.get(j);
                    if (isLost(need)) {
                        bury(need, queue);
                    }
                }
            }
        }
    }

    private void bury(int need, ArrayDeque<Integer> queue) {
        IntList users = graph.users(need);
        for (int i = 0; i < users.size(); i++) {
            int user = users.get(i);
            if (open.get(user)) {
                write(user, need);
                queue.add(user);
            }
        }
    }

    /** A need of the package that nobody can meet, rather one that nobody offers; -1 if there is none. */
    private int lostNeed(int pack) {
        int lost = -1;
        for (int need : graph.needs(pack)) {
            if (isLost(need)) {
                if (graph.candidates(need).length == 0) {
                    return need;
                }
                lost = lost < 0 ? need : lost;
            }
        }
        return lost;
    }

    private void write(int pack, int unmet) {
        write(pack, new Broken(new Cause.Unmet(unmet), depth(unmet)));
    }

    private void write(int pack, Broken entry) {
        broken.put(pack, entry);
        isBroken.set(pack);
        open.clear(pack);
    }

    private boolean isLost(int need) {
        if (graph.conditions(need).length > 0) {
            return false;
        }
        for (int each : graph.candidates(need)) {
            if (!isBroken.get(each)) {
                return false;
            }
        }
        return true;
    }

    private int depth(int need) {
        int depth = -1;
        for (int each : graph.candidates(need)) {
            Broken entry = broken.get(each);
            if (entry != null && (depth < 0 || entry.depth() < depth)) {
                depth = entry.depth();
            }
        }
        return depth + 1;
    }

    private @Nullable String fault(int pack) {
        String fault = graph.fault(pack);
        if (fault != null) {
            return fault;
        }
        String arch = graph.member(pack).nevra().arch();
        return graph.ecosystem().fits(arch) ? null : "is of architecture " + arch + ", which does not go here";
    }
}
