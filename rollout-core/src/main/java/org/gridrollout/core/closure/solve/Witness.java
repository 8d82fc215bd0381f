package org.gridrollout.core.closure.solve;

import java.util.BitSet;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;

/** The part of an installable set that one package needs. */
final class Witness {

    private Witness() {}

    static BitSet within(BitSet set, int pack, PackageGraph graph) {
        BitSet part = new BitSet();
        part.set(pack);
        IntList open = new IntList();
        open.add(pack);
        while (!open.isEmpty()) {
            for (int need : graph.needs(open.removeLast())) {
                int chosen = chosen(need, part, set, graph);
                if (chosen >= 0 && !part.get(chosen)) {
                    part.set(chosen);
                    open.add(chosen);
                }
            }
        }
        return part;
    }

    /** Who of the set meets the need, rather one who is in the part already; -1 if nobody does, for it does not count. */
    private static int chosen(int need, BitSet part, BitSet set, PackageGraph graph) {
        int chosen = -1;
        for (int each : graph.candidates(need)) {
            if (part.get(each)) {
                return each;
            }
            if (chosen < 0 && set.get(each)) {
                chosen = each;
            }
        }
        return chosen;
    }
}
