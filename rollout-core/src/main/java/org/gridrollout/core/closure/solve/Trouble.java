package org.gridrollout.core.closure.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * Brings a proof that a package cannot be installed down to what matters: facts none of which can be left out, and of those
 * only the ones at the root. A package that is in trouble only for what it needs is left to those.
 */
final class Trouble {

    private final PackageGraph graph;
    private final IntPredicate hopeless;
    private final BooleanSupplier cancelled;

    Trouble(PackageGraph graph, IntPredicate hopeless, BooleanSupplier cancelled) {
        this.graph = graph;
        this.hopeless = hopeless;
        this.cancelled = cancelled;
    }

    /** A package and the clash that is its own. */
    record Root(int pack, Cause.Clash clash) {}

    /**
     * The packages at the root of {@code pack}'s trouble. Once they are known to be hopeless, {@code pack} is one of them or
     * has a need that nobody can meet any more.
     */
    List<Root> roots(int pack, Set<Fact> proof) {
        List<Root> roots = new ArrayList<>();
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(pack, proof));
        while (!open.isEmpty()) {
            Step step = open.pop();
            List<Fact> facts = irreducible(step.pack, step.proof);
            int need = onlyNeed(step.pack, facts);
            if (need < 0) {
                roots.add(new Root(step.pack, new Cause.Clash(facts)));
                continue;
            }
            List<Fact> others = new ArrayList<>(facts);
            others.remove(new Fact.Needs(step.pack, need));
            for (int each : graph.candidates(need)) {
                if (!hopeless.test(each)) {
                    open.push(new Step(each, Set.copyOf(others)));
                }
            }
        }
        return roots;
    }

    private record Step(int pack, Set<Fact> proof) {}

    /** The need by which alone the package is in trouble, or -1. */
    private int onlyNeed(int pack, List<Fact> facts) {
        int only = -1;
        for (Fact each : facts) {
            if (each instanceof Fact.Needs needs && needs.pack() == pack) {
                if (only >= 0 || graph.conditions(needs.need()).length > 0) {
                    return -1;
                }
                only = needs.need();
            } else if (each instanceof Fact.Excludes pair && (pair.pack() == pack || pair.other() == pack)) {
                return -1;
            } else if (each instanceof Fact.Meets meets && meets.pack() == pack) {
                return -1;
            }
        }
        return only;
    }

    /** Leaves out whatever can be left out, the last first. */
    private List<Fact> irreducible(int pack, Set<Fact> proof) {
        List<Fact> facts = new ArrayList<>(proof);
        for (int i = facts.size() - 1; i >= 0; i = Math.min(i, facts.size()) - 1) {
            List<Fact> fewer = new ArrayList<>(facts);
            fewer.remove(i);
            Set<Fact> allowed = Set.copyOf(fewer);
            Search search = search(allowed::contains);
            if (search.solve(pack) == null) {
                Set<Fact> used = search.proof(pack);
                facts.retainAll(used);
            }
        }
        return List.copyOf(facts);
    }

    private Search search(Predicate<Fact> allowed) {
        return new Search(new Axioms(graph, hopeless, allowed), graph.packages(), cancelled);
    }

    /** The facts' packages. */
    static IntList packages(Cause.Clash clash) {
        IntList packs = new IntList();
        for (Fact each : clash.facts()) {
            if (each instanceof Fact.Needs needs) {
                packs.add(needs.pack());
            } else if (each instanceof Fact.Excludes pair) {
                packs.add(pair.pack());
                packs.add(pair.other());
            } else if (each instanceof Fact.Meets meets) {
                packs.add(meets.pack());
            }
        }
        return packs;
    }
}
