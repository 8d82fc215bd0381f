package org.gridrollout.core.closure.solve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses by the two literals each is watched at, which are its first two. */
final class Watches {

    private final List<List<Clause>> byLiteral = new ArrayList<>();

    /** Makes room for literals below {@code size}. */
    void grow(int size) {
        while (byLiteral.size() < size) {
            byLiteral.add(new ArrayList<>(2));
        }
    }

    /** Watches a clause whose first two literals are the right ones to watch. */
    void watch(Clause clause) {
        byLiteral.get(clause.literals()[0]).add(clause);
        byLiteral.get(clause.literals()[1]).add(clause);
    }

    /** Takes a clause in under the present assignment and draws its conclusion; the clause if it is broken, or null. */
    @Nullable
    Clause add(Clause clause, Assignment assignment) {
        int[] literals = clause.literals();
        for (int place = 0; place < Math.min(2, literals.length); place++) {
            int best = place;
            for (int i = place + 1; i < literals.length; i++) {
                if (rank(literals[i], assignment) > rank(literals[best], assignment)) {
                    best = i;
                }
            }
            swap(literals, place, best);
        }
        if (literals.length > 1) {
            watch(clause);
        }
        byte first = assignment.value(literals[0]);
        if (first == Assignment.FALSE) {
            return clause;
        }
        boolean alone = literals.length == 1 || assignment.value(literals[1]) == Assignment.FALSE;
        if (first == Assignment.OPEN && alone) {
            assignment.set(literals[0], clause);
        }
        return null;
    }

    /** True before open before false, and what became false last before what did so earlier. */
    private static int rank(int literal, Assignment assignment) {
        return switch (assignment.value(literal)) {
            case Assignment.TRUE -> Integer.MAX_VALUE;
            case Assignment.OPEN -> Integer.MAX_VALUE - 1;
            default -> assignment.level(literal);
        };
    }

    /** Draws the conclusions of a literal's being true; a clause that is broken, or null. */
    @Nullable
    Clause propagate(int literal, Assignment assignment) {
        int denied = literal ^ 1;
        List<Clause> watching = byLiteral.get(denied);
        int kept = 0;
        Clause conflict = null;
        int size = watching.size();
        for (int i = 0; i < size; i++) {
            Clause clause = watching.get(i);
            int[] literals = clause.literals();
            if (literals[0] == denied) {
                swap(literals, 0, 1);
            }
            if (conflict != null || assignment.value(literals[0]) == Assignment.TRUE || !move(clause, assignment)) {
                watching.set(kept++, clause);
                if (conflict == null && assignment.value(literals[0]) != Assignment.TRUE) {
                    if (assignment.value(literals[0]) == Assignment.FALSE) {
                        conflict = clause;
                    } else {
                        assignment.set(literals[0], clause);
                    }
                }
            }
        }
        watching.subList(kept, size).clear();
        return conflict;
    }

    /** Watches another literal instead of the second, if one is not false. */
    private boolean move(Clause clause, Assignment assignment) {
        int[] literals = clause.literals();
        for (int i = 2; i < literals.length; i++) {
            if (assignment.value(literals[i]) != Assignment.FALSE) {
                swap(literals, 1, i);
                byLiteral.get(literals[1]).add(clause);
                return true;
            }
        }
        return false;
    }

    private static void swap(int[] literals, int one, int other) {
        int kept = literals[one];
        literals[one] = literals[other];
        literals[other] = kept;
    }
}
