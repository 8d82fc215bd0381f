package org.gridrollout.core.closure.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Sets of packages, each installable as it is, that between them hold every package known to be installable: their witness.
 *
 * @param all not changed by anybody
 */
record InstallableSets(List<BitSet> all) {

    InstallableSets {
        all = List.copyOf(all);
    }

    boolean hold(int pack) {
        for (BitSet each : all) {
            if (each.get(pack)) {
                return true;
            }
        }
        return false;
    }

    InstallableSets with(List<BitSet> more) {
        List<BitSet> both = new ArrayList<>(all);
        both.addAll(more);
        return new InstallableSets(both);
    }
}
