package org.gridrollout.core.closure.graph;

import org.gridrollout.core.closure.Need;

/** A need: who could meet it, under which conditions, and who has it. */
final class NeedRow extends Entry<NeedRow> {

    final Need need;
    final int[] alternatives;
    final int[] conditions;
    /** Present packages that meet some alternative, the preferred ones first, each once. */
    int[] candidates;
    /** Packages that have the need; gone ones too. */
    final IntList users;

    NeedRow(Object draft, Need need, int[] alternatives, int[] conditions) {
        this(draft, need, alternatives, conditions, new int[0], new IntList());
    }

    private NeedRow(Object draft, Need need, int[] alternatives, int[] conditions, int[] candidates, IntList users) {
        super(draft);
        this.need = need;
        this.alternatives = alternatives;
        this.conditions = conditions;
        this.candidates = candidates;
        this.users = users;
    }

    @Override
    NeedRow copyFor(Object draft) {
        return new NeedRow(draft, need, alternatives, conditions, candidates, users.copy());
    }
}
