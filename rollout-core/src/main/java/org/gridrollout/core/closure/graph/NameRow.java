package org.gridrollout.core.closure.graph;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.core.closure.Provision;

/** What goes by one name: who provides it, who is called so, and which demands mention it. */
final class NameRow extends Entry<NameRow> {

    final IntList owners;
    /** Parallel to {@link #owners}. */
    final List<Provision> provisions;

    final IntList called;
    final IntList demands;

    NameRow(Object draft) {
        this(draft, new IntList(), new ArrayList<>(1), new IntList(), new IntList());
    }

    private NameRow(Object draft, IntList owners, List<Provision> provisions, IntList called, IntList demands) {
        super(draft);
        this.owners = owners;
        this.provisions = provisions;
        this.called = called;
        this.demands = demands;
    }

    void provide(int pack, Provision provision) {
        owners.add(pack);
        provisions.add(provision);
    }

    /** Forgets what the package provides by this name. */
    void withdraw(int pack) {
        for (int i = owners.size() - 1; i >= 0; i--) {
            if (owners.get(i) == pack) {
                owners.removeAt(i);
                provisions.remove(i);
            }
        }
    }

    @Override
    NameRow copyFor(Object draft) {
        return new NameRow(draft, owners.copy(), new ArrayList<>(provisions), called.copy(), demands.copy());
    }
}
