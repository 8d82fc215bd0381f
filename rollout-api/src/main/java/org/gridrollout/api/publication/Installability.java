package org.gridrollout.api.publication;

import java.util.List;

/**
 * What a change would do to what clients can install from a repository, on top of its base. What could not be installed
 * before is no breakage: a change answers only for what it breaks or brings.
 *
 * @param breakages one for each cause, those that break most first; empty if everything stays installable
 */
public record Installability(List<Breakage> breakages) {

    /** Everything stays installable. */
    public static final Installability KEPT = new Installability(List.of());

    public Installability {
        breakages = List.copyOf(breakages);
    }

    /** Whether everything stays installable. */
    public boolean isKept() {
        return breakages.isEmpty();
    }
}
