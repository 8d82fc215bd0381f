package org.gridrollout.core.closure;

import java.util.List;

/**
 * What brought a trouble about.
 *
 * @param kind how
 * @param packages the packages that came or went; empty if the trouble was there before
 */
public record Introduction(Kind kind, List<Member> packages) {

    /** How a trouble came about. */
    public enum Kind {
        /** Something was added that cannot be installed or excludes another. */
        ADDED,
        /** Something was removed or replaced that others need. */
        REMOVED,
        /** The same, in the base repositories. */
        BASE_MOVED,
        /** It was there before the change. */
        BEFORE
    }

    public Introduction {
        packages = List.copyOf(packages);
    }
}
