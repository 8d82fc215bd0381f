package org.gridrollout.core.closure.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gridrollout.core.closure.ClosureCancelledException;
import org.gridrollout.core.closure.ClosureProgress;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * Decides every package in question. First those that lack something at first sight; then sets are assembled greedily,
 * each as large as it gets, so that few sets prove most packages; what does not get into one is searched for.
 */
final class Prover {

    /** A set that gains less than one in so many of those in question is not worth the pass: search instead. */
    private static final int WORTHWHILE = 50;

    private final PackageGraph graph;
    private final Ledger ledger;
    private final ClosureProgress progress;
    private final int total;
    private final List<BitSet> sets = new ArrayList<>();

    Prover(PackageGraph graph, Ledger ledger, ClosureProgress progress) {
        this.graph = graph;
        this.ledger = ledger;
        this.progress = progress;
        this.total = ledger.open().cardinality();
    }

    /** The sets that prove what was in question and is installable; the rest is in the ledger as broken. */
    List<BitSet> prove() {
        ledger.review();
        int gained;
        do {
            gained = assemble(new BitSet());
            tell();
        } while (gained > 0 && gained >= ledger.open().cardinality() / WORTHWHILE);
        if (!ledger.open().isEmpty()) {
            try {
                search();
            } catch (Search.Cancelled e) {
                throw new ClosureCancelledException(decided(), total);
            }
        }
        return sets;
    }

    /** Adds all in question that go with the set; how many of them there are. */
    private int assemble(BitSet start) {
        Assembly assembly = new Assembly(graph, start, ledger::isBroken);
        int gained = 0;
        BitSet open = ledger.open();
        for (int pack = open.nextSetBit(0); pack >= 0; pack = open.nextSetBit(pack + 1)) {
            if (assembly.join(pack)) {
                gained++;
            }
        }
        if (gained > 0) {
            sets.add(assembly.members());
            ledger.close(assembly.members());
        }
        return gained;
    }

    private void search() {
        Axioms axioms = new Axioms(graph, ledger::isBroken, fact -> true);
        Search search = new Search(axioms, graph.packages(), progress::cancelled);
        BitSet open = ledger.open();
        for (int pack = open.nextSetBit(0); pack >= 0; pack = open.nextSetBit(pack + 1)) {
            BitSet found = search.solve(pack);
            if (found != null) {
                assemble(found);
            } else {
                giveUp(pack, search);
            }
            tell();
        }
    }

    private void giveUp(int pack, Search search) {
        Trouble trouble = new Trouble(graph, ledger::isBroken, progress::cancelled);
        for (Trouble.Root each : trouble.roots(pack, search.proof(pack))) {
            if (!ledger.isBroken(each.pack())) { // not with one before
                ledger.bury(each.pack(), each.clash());
            }
        }
        if (!ledger.isBroken(pack)) {
            throw new IllegalStateException("No reason found for " + graph.member(pack));
        }
    }

    private int decided() {
        return total - ledger.open().cardinality();
    }

    private void tell() {
        progress.at(decided(), total);
        if (progress.cancelled()) {
            throw new ClosureCancelledException(decided(), total);
        }
    }
}
