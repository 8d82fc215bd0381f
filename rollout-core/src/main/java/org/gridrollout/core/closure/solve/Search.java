package org.gridrollout.core.closure.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A complete search for installable sets: conflict-driven clause learning over clauses that are stated only once their
 * package is chosen, since what is not chosen is not installed. What it learns holds for the whole graph and is kept from
 * one question to the next. Iterative; for one thread.
 */
final class Search {

    private static final int PATIENCE = 256;

    private final Axioms axioms;
    private final Variables variables;
    private final BooleanSupplier cancelled;
    private final Assignment assignment = new Assignment();
    private final Watches watches = new Watches();
    private final BitSet stated = new BitSet();
    /** The needs of each stated package, by variable. */
    private final List<List<Clause>> needs = new ArrayList<>();

    /** Those of them that count only under a condition. */
    private final List<Clause> conditional = new ArrayList<>();

    private int head;
    private int settled;
    private int conflicts;

    Search(Axioms axioms, int packages, BooleanSupplier cancelled) {
        this.axioms = axioms;
        this.variables = new Variables(packages);
        this.cancelled = cancelled;
    }

    /** Thrown through when the check is given up. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super(null, null, false, false);
        }
    }

    /** An installable set with the package, or null if there is none. */
    @Nullable
    BitSet solve(int pack) {
        backTo(0);
        int wanted = 2 * variables.ofPackage(pack);
        grow();
        while (true) {
            Clause conflict = propagate();
            if (conflict != null) {
                learn(conflict);
            } else if (assignment.value(wanted) == Assignment.FALSE) {
                return null;
            } else if (assignment.level() == 0) {
                assignment.assume(wanted);
            } else {
                int choice = choose();
                if (choice < 0) {
                    return chosen();
                }
                assignment.assume(choice);
            }
        }
    }

    /** The facts that a {@code solve} which found nothing rests on. */
    Set<Fact> proof(int pack) {
        return Proof.of(2 * variables.ofPackage(pack), assignment);
    }

    private BitSet chosen() {
        BitSet packs = new BitSet();
        for (int i = 0; i < assignment.trailSize(); i++) {
            int literal = assignment.trail(i);
            int pack = variables.packageOf(literal >> 1);
            if ((literal & 1) == 0 && pack >= 0) {
                packs.set(pack);
            }
        }
        return packs;
    }

    private void grow() {
        assignment.grow(variables.size());
        watches.grow(2 * variables.size());
        while (needs.size() < variables.size()) {
            needs.add(List.of());
        }
    }

    private void backTo(int level) {
        assignment.backTo(level);
        head = Math.min(head, assignment.trailSize());
        settled = 0; // what met a need may be gone
    }

    private @Nullable Clause propagate() {
        while (head < assignment.trailSize()) {
            int literal = assignment.trail(head++);
            int variable = literal >> 1;
            if ((literal & 1) == 0 && variables.packageOf(variable) >= 0 && !stated.get(variable)) {
                Clause conflict = state(variable);
                if (conflict != null) {
                    return conflict;
                }
            }
            Clause conflict = watches.propagate(literal, assignment);
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    private @Nullable Clause state(int variable) {
        stated.set(variable);
        List<Clause> clauses = new ArrayList<>();
        axioms.state(variables.packageOf(variable), variables, clauses::add);
        grow();
        needs.set(
                variable,
                clauses.stream()
                        .filter(each -> each.fact() instanceof Fact.Needs)
                        .toList());
        Clause conflict = null;
        needs.get(variable).stream().filter(Search::isConditional).forEach(conditional::add);
        for (Clause each : clauses) {
            Clause broken = watches.add(each, assignment);
            conflict = conflict == null ? broken : conflict;
        }
        return conflict;
    }

    /** The preferred way to meet the first need that is still open, or -1 if all are met. */
    private int choose() {
        for (; settled < assignment.trailSize(); settled++) {
            int literal = assignment.trail(settled);
            if ((literal & 1) == 0) {
                for (Clause each : needs.get(literal >> 1)) {
                    int choice = choice(each);
                    if (choice >= 0) {
                        return choice;
                    }
                }
            }
        }
        for (Clause each : conditional) { // its condition may have come after its package
            int choice = choice(each);
            if (choice >= 0) {
                return choice;
            }
        }
        return -1;
    }

    private static boolean isConditional(Clause need) {
        return Arrays.stream(need.literals()).filter(each -> (each & 1) == 1).count() > 1;
    }

    /** The first way to meet the need, or -1 if it is met or does not count. */
    private int choice(Clause need) {
        int choice = -1;
        for (int i = 0; i < need.literals().length; i++) {
            int literal = need.literals()[i];
            byte value = assignment.value(literal);
            if (value == Assignment.TRUE || (value == Assignment.OPEN && (literal & 1) == 1)) {
                return -1; // what is not chosen is not there: neither package nor condition
            }
            // variables are numbered as they are met: the lower, the more preferred
            if (value == Assignment.OPEN && (choice < 0 || literal < choice)) {
                choice = literal;
            }
        }
        return choice;
    }

    private void learn(Clause conflict) {
        if (++conflicts % PATIENCE == 0 && cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
        Lesson lesson = Lesson.of(conflict, assignment);
        backTo(lesson.level());
        Clause clause = lesson.clause();
        if (clause.literals().length > 1) {
            watches.watch(clause);
        }
        assignment.set(clause.literals()[0], clause);
    }
}
