package org.gridrollout.core.closure;

/**
 * What must not be installed together with a package; the package itself is always excepted.
 *
 * @param text the dependency as the package states it, for a person
 */
public record Exclusion(String text, Demand demand, Kind kind) {

    /** How a package states that it does not go with another. */
    public enum Kind {
        CONFLICTS("conflicts with"),
        BREAKS("breaks"),
        OBSOLETES("obsoletes");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        /** Between the one and the other, for a person. */
        public String verb() {
            return verb;
        }
    }
}
