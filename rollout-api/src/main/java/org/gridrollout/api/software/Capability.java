package org.gridrollout.api.software;

import org.gridrollout.api.Violations;
import org.jspecify.annotations.Nullable;

/**
 * One capability a package provides, requires, conflicts with and so on, as its metadata states it.
 *
 * @param name the capability's name; a path for a file; a whole expression in parentheses for a rich dependency
 * @param relation how {@code version} bounds it
 * @param version {@code [epoch:]version[-release]} as written; empty exactly when {@code relation} is ANY
 * @param pre whether it must be there before the package's own scripts run
 */
public record Capability(String name, Relation relation, String version, boolean pre) {

    /** How a version bounds a capability. */
    public enum Relation {
        /** Any version will do. */
        ANY,
        LT,
        LE,
        EQ,
        GE,
        GT;

        /** As a person writes it, {@code name >= version}; the name alone for ANY. */
        public String between(String name, @Nullable Object version) {
            return switch (this) {
                case ANY -> name;
                case LT -> name + " < " + version;
                case LE -> name + " <= " + version;
                case EQ -> name + " = " + version;
                case GE -> name + " >= " + version;
                case GT -> name + " > " + version;
            };
        }
    }

    public Capability {
        Violations.of("Capability")
                .unless(!name.isEmpty(), "name must not be empty")
                .unless(
                        (relation == Relation.ANY) == version.isEmpty(),
                        "version '%s' does not go with relation %s",
                        version,
                        relation)
                .throwIfAny();
    }

    /** The capability of any version. */
    public static Capability of(String name) {
        return new Capability(name, Relation.ANY, "", false);
    }

    /** The capability bounded by a version. */
    public static Capability of(String name, Relation relation, String version) {
        return new Capability(name, relation, version, false);
    }

    /** As a person writes it, {@code name >= version}. */
    @Override
    public String toString() {
        return relation.between(name, version);
    }
}
