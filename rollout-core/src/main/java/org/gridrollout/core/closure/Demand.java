package org.gridrollout.core.closure;

import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.jspecify.annotations.Nullable;

/** What one package has to be like to meet a need. Which packages do is the ecosystem's answer. */
public sealed interface Demand {

    /**
     * Provides {@code name} in a fitting version.
     *
     * @param version null exactly when {@code relation} is ANY
     */
    record Provides(
            String name, Relation relation, @Nullable Evr version) implements Demand {
        @Override
        public String toString() {
            return relation.between(name, version);
        }
    }

    /**
     * Is itself called {@code name}, in a fitting version; what it provides besides does not count.
     *
     * @param version null exactly when {@code relation} is ANY
     */
    record Called(String name, Relation relation, @Nullable Evr version) implements Demand {
        @Override
        public String toString() {
            return relation.between(name, version);
        }
    }

    /** Meets both: RPM's {@code with}. */
    record Both(Demand left, Demand right) implements Demand {
        @Override
        public String toString() {
            return "(" + left + " with " + right + ")";
        }
    }

    /** Meets the one and not the other: RPM's {@code without}. */
    record Except(Demand left, Demand right) implements Demand {
        @Override
        public String toString() {
            return "(" + left + " without " + right + ")";
        }
    }

    /** Meets at least one of them: RPM's {@code or} inside {@code with} and {@code without}. */
    record Either(Demand left, Demand right) implements Demand {
        @Override
        public String toString() {
            return "(" + left + " or " + right + ")";
        }
    }
}
