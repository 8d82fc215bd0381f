package org.gridrollout.core.closure.solve;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;

/** What a graph says of a package, as clauses. */
final class Axioms {

    private final PackageGraph graph;
    private final IntPredicate hopeless;
    private final Predicate<Fact> allowed;

    /**
     * @param hopeless packages that cannot be installed, which is known already
     * @param allowed the facts to state
     */
    Axioms(PackageGraph graph, IntPredicate hopeless, Predicate<Fact> allowed) {
        this.graph = graph;
        this.hopeless = hopeless;
        this.allowed = allowed;
    }

    /** States everything that holds if the package is installed. */
    void state(int pack, Variables variables, Consumer<Clause> to) {
        int denied = 2 * variables.ofPackage(pack) + 1;
        for (int need : graph.needs(pack)) {
            Fact fact = new Fact.Needs(pack, need);
            if (allowed.test(fact)) {
                need(pack, need, denied, fact, variables, to);
            }
        }
        int[] excluded = graph.excluded(pack);
        for (int i = 0; i < excluded.length; i++) {
            for (int other : graph.providers(excluded[i])) {
                if (graph.excludes(pack, excluded[i], other)) {
                    exclude(pack, other, i, denied, variables, to);
                }
            }
        }
        for (int other : graph.called(graph.member(pack).nevra().name())) {
            if (other != pack && !graph.together(pack, other)) {
                exclude(pack, other, -1, denied, variables, to);
            }
        }
        for (int demand : graph.conditionsMet(pack)) {
            Fact fact = new Fact.Meets(pack, demand);
            if (allowed.test(fact)) {
                to.accept(Clause.stating(fact, denied, 2 * variables.ofDemand(demand)));
            }
        }
    }

    private void need(int pack, int need, int denied, Fact fact, Variables variables, Consumer<Clause> to) {
        IntList literals = new IntList();
        literals.add(denied);
        for (int each : graph.candidates(need)) {
            if (each == pack) {
                return; // meets its own need
            }
            if (!hopeless.test(each)) {
                literals.add(2 * variables.ofPackage(each));
            }
        }
        for (int demand : graph.conditions(need)) {
            literals.add(2 * variables.ofDemand(demand) + 1);
        }
        to.accept(Clause.stating(fact, literals.toArray()));
    }

    private void exclude(int pack, int other, int index, int denied, Variables variables, Consumer<Clause> to) {
        if (other != pack && !hopeless.test(other)) {
            Fact fact = new Fact.Excludes(pack, other, index);
            if (allowed.test(fact)) {
                to.accept(Clause.stating(fact, denied, 2 * variables.ofPackage(other) + 1));
            }
        }
    }
}
