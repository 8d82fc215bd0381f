package org.gridrollout.core.closure.solve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the facts behind a conclusion that rests on no assumption. */
final class Proof {

    private final Deque<Clause> open = new ArrayDeque<>();
    private final Set<Clause> seen = new HashSet<>();

    private Proof() {}

    static Set<Fact> of(int literal, Assignment assignment) {
        Proof proof = new Proof();
        proof.visit(assignment.reason(literal));
        Set<Fact> facts = new LinkedHashSet<>();
        while (!proof.open.isEmpty()) {
            Clause clause = proof.open.pop();
            if (clause.fact() != null) {
                facts.add(clause.fact());
            }
            clause.from().forEach(proof::visit);
            for (int each : clause.literals()) {
                proof.visit(assignment.reason(each)); // all that is assigned rests on no assumption by now
            }
        }
        return facts;
    }

    private void visit(@Nullable Clause clause) {
        if (clause != null && seen.add(clause)) {
            open.push(clause);
        }
    }
}
