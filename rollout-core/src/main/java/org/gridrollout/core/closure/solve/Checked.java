package org.gridrollout.core.closure.solve;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.gridrollout.core.closure.ClosureProgress;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;
import org.jspecify.annotations.Nullable;

/** A graph of which every package is decided. Immutable. */
public final class Checked {

    private final PackageGraph graph;
    private final InstallableSets sets;
    private final Map<Integer, Broken> broken;

    private Checked(PackageGraph graph, InstallableSets sets, Map<Integer, Broken> broken) {
        this.graph = graph;
        this.sets = sets;
        this.broken = broken;
    }

    /** Decides every package of the graph. */
    public static Checked of(PackageGraph graph, ClosureProgress progress) {
        Ledger ledger = new Ledger(graph, Map.of(), graph.present());
        InstallableSets sets = new InstallableSets(new Prover(graph, ledger, progress).prove());
        return new Checked(graph, sets, ledger.broken());
    }

    /** Decides a graph derived from this one, looking only at what the change can affect. */
    public Checked after(PackageGraph changed, ClosureProgress progress) {
        Reopening reopening = new Reopening(changed, broken);
        Map<Integer, Broken> still = reopening.stillBroken();
        BitSet open = reopening.reopened();
        BitSet hopeless = new BitSet();
        still.keySet().forEach(hopeless::set);
        Repair repair = new Repair(changed, hopeless::get);
        InstallableSets repaired = repair.repair(sets);
        IntList left = repair.left();
        for (int i = 0; i < left.size(); i++) {
            openIfUnproven(left.get(i), repaired, open);
        }
        for (int each : changed.added()) {
            if (changed.isPresent(each)) {
                openIfUnproven(each, repaired, open);
            }
        }
        Ledger ledger = new Ledger(changed, still, open);
        return new Checked(changed, repaired.with(new Prover(changed, ledger, progress).prove()), ledger.broken());
    }

    private static void openIfUnproven(int pack, InstallableSets sets, BitSet open) {
        if (!sets.hold(pack)) {
            open.set(pack);
        }
    }

    public PackageGraph graph() {
        return graph;
    }

    /** The packages that cannot be installed. */
    public Set<Integer> broken() {
        return Collections.unmodifiableSet(broken.keySet());
    }

    /** Why the package cannot be installed, or null if it can. */
    public @Nullable Broken broken(int pack) {
        return broken.get(pack);
    }

    /** An installable set with the package, as small as it is easily found; null if it cannot be installed. */
    public @Nullable BitSet witness(int pack) {
        for (BitSet each : sets.all()) {
            if (each.get(pack)) {
                return Witness.within(each, pack, graph);
            }
        }
        return null;
    }
}
