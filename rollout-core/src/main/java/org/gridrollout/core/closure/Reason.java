package org.gridrollout.core.closure;

import java.util.List;

/** Why one package cannot be installed. */
public sealed interface Reason {

    /** The package in question. */
    Member subject();

    /**
     * It cannot be installed whatever else there is.
     *
     * @param fault a predicate on the package, for a person: "is of architecture s390x, which does not go here"
     */
    record Unfit(Member subject, String fault) implements Reason {}

    /**
     * It needs something that nobody can give.
     *
     * @param need the dependency as the package states it
     * @param candidates who provides it, none of whom can be installed; empty if nobody does
     * @param near what is provided by the names it asks for, but does not do; only if there are no candidates
     */
    record Unmet(Member subject, String need, List<Member> candidates, List<Near> near) implements Reason {
        public Unmet {
            candidates = List.copyOf(candidates);
            near = List.copyOf(near);
        }
    }

    /**
     * Something that goes by the right name and does not do.
     *
     * @param who provides it
     * @param provision what is provided, {@code voms = 2.0-1}
     */
    record Near(Member who, String provision) {}

    /**
     * What it needs excludes each other, or itself.
     *
     * @param statements from the package to the conflict; none of them could be left out
     */
    record Clash(Member subject, List<Statement> statements) implements Reason {
        public Clash {
            statements = List.copyOf(statements);
        }
    }

    /** One statement of a clash. */
    sealed interface Statement {

        /**
         * A member has a need.
         *
         * @param candidates who provides it and is not known to be uninstallable by itself
         */
        record Needs(Member who, String need, List<Member> candidates) implements Statement {
            public Needs {
                candidates = List.copyOf(candidates);
            }
        }

        /**
         * Two members exclude each other.
         *
         * @param dependency the exclusion as {@code who} states it; empty if they are two of one name
         * @param verb "conflicts with", "breaks", "obsoletes", "cannot be installed beside"
         */
        record Excludes(Member who, Member whom, String verb, String dependency) implements Statement {}

        /**
         * A member makes a conditional dependency count.
         *
         * @param condition what the dependency asks about and {@code who} provides
         */
        record Provides(Member who, String condition) implements Statement {}
    }
}
