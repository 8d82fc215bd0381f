package org.gridrollout.core.closure.graph;

import org.gridrollout.core.closure.Demand;

/** A demand: who meets it, and where it is asked. */
final class DemandRow extends Entry<DemandRow> {

    final Demand demand;
    /** Present packages, the preferred ones first. */
    int[] providers;
    /** Needs that name it as an alternative. */
    final IntList alternatives;
    /** Needs that name it as a condition. */
    final IntList conditions;
    /** Packages that exclude whoever meets it; gone ones too. */
    final IntList excluders;

    DemandRow(Object draft, Demand demand) {
        this(draft, demand, new int[0], new IntList(), new IntList(), new IntList());
    }

    private DemandRow(
            Object draft, Demand demand, int[] providers, IntList alternatives, IntList conditions, IntList excluders) {
        super(draft);
        this.demand = demand;
        this.providers = providers;
        this.alternatives = alternatives;
        this.conditions = conditions;
        this.excluders = excluders;
    }

    @Override
    DemandRow copyFor(Object draft) {
        return new DemandRow(draft, demand, providers, alternatives.copy(), conditions.copy(), excluders.copy());
    }
}
