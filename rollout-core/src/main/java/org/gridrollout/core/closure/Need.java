package org.gridrollout.core.closure;

import java.util.List;

/**
 * What has to hold for a package that is installed: if every demand of {@code when} is met by some installed package, then
 * so is at least one of {@code anyOf}.
 *
 * @param text the dependency as the package states it, for a person
 * @param anyOf the alternatives, the preferred one first; empty means that not all of {@code when} may be met
 * @param when the conditions; empty means always
 */
public record Need(String text, List<Demand> anyOf, List<Demand> when) {

    public Need {
        anyOf = List.copyOf(anyOf);
        when = List.copyOf(when);
    }

    /** Needs that are equal have the same text, and few others have. */
    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
