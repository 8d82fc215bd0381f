package org.gridrollout.core.closure;

import java.util.List;

/**
 * One trouble and all the packages that cannot be installed because of it.
 *
 * @param reason the trouble itself
 * @param introduction what brought it about
 * @param packages whom it breaks, in the universe's order
 */
public record RootCause(Reason reason, Introduction introduction, List<Member> packages) {

    public RootCause {
        packages = List.copyOf(packages);
    }

    /** The trouble, whom it breaks and what brought it about, in a sentence. */
    public String sentence() {
        String broken = packages.size() == 1
                ? packages.get(0) + " cannot be installed"
                : packages.size() + " packages cannot be installed";
        return broken + ": " + ReasonText.of(List.of(reason)) + introduced() + ".";
    }

    private String introduced() {
        String who = introduction.packages().isEmpty()
                ? ""
                : introduction.packages().size() == 1
                        ? introduction.packages().get(0).toString()
                        : introduction.packages().size() + " packages";
        return switch (introduction.kind()) {
            case ADDED -> " (brought by " + who + ")";
            case REMOVED -> " (after " + who + " went)";
            case BASE_MOVED -> " (the base moved: " + who + ")";
            case BEFORE -> " (as before)";
        };
    }

    @Override
    public String toString() {
        return sentence();
    }
}
