package org.gridrollout.core.closure.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.gridrollout.core.closure.graph.IntList;

/**
 * What a broken clause teaches: the first literal follows from the others once the search is back on the level.
 *
 * <p>Source: J. Marques-Silva, K. Sakallah, GRASP (1999), with the first unique implication point.
 */
record Lesson(Clause clause, int level) {

    static Lesson of(Clause conflict, Assignment assignment) {
        BitSet seen = new BitSet();
        IntList learned = new IntList();
        learned.add(0); // its place is the implication point's
        List<Clause> from = new ArrayList<>();
        int open = 0;
        int index = assignment.trailSize();
        Clause clause = conflict;
        int point = -1;
        do {
            from.add(clause);
            for (int literal : clause.literals()) {
                int variable = literal >> 1;
                if (literal != point && !seen.get(variable) && assignment.level(literal) > 0) {
                    seen.set(variable);
                    if (assignment.level(literal) == assignment.level()) {
                        open++;
                    } else {
                        learned.add(literal);
                    }
                }
            }
            do {
                point = assignment.trail(--index);
            } while (!seen.get(point >> 1));
            if (--open > 0) {
                clause = Objects.requireNonNull(assignment.reason(point));
            }
        } while (open > 0);
        return finish(point ^ 1, learned, from, assignment);
    }

    private static Lesson finish(int denied, IntList learned, List<Clause> from, Assignment assignment) {
        int[] literals = learned.toArray();
        literals[0] = denied;
        int level = 0;
        for (int i = 1; i < literals.length; i++) {
            if (assignment.level(literals[i]) > level) {
                level = assignment.level(literals[i]);
                int kept = literals[1];
                literals[1] = literals[i];
                literals[i] = kept;
            }
        }
        return new Lesson(Clause.learned(literals, from), level);
    }
}
