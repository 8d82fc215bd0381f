package org.gridrollout.core.closure.solve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At least one of the literals holds. A literal is a variable times two, plus one if it is denied; the first two are
 * watched, and {@link Watches} reorders them.
 */
final class Clause {

    private final int[] literals;
    private final @Nullable Fact fact;
    private final List<Clause> from;

    private Clause(int[] literals, @Nullable Fact fact, List<Clause> from) {
        this.literals = literals;
        this.fact = fact;
        this.from = from;
    }

    /** What a fact says. */
    static Clause stating(Fact fact, int... literals) {
        return new Clause(literals, fact, List.of());
    }

    /** What follows from other clauses. */
    static Clause learned(int[] literals, List<Clause> from) {
        return new Clause(literals, null, List.copyOf(from));
    }

    int[] literals() {
        return literals;
    }

    /** Where it comes from, or null if it was learned. */
    @Nullable
    Fact fact() {
        return fact;
    }

    /** What it was learned from. */
    List<Clause> from() {
        return from;
    }
}
