package org.gridrollout.core.closure;

import java.util.List;

/**
 * Why a package cannot be installed: from the package along what it needs to the root of the trouble.
 *
 * @param subject the package
 * @param chain its own reason first; each next one is the reason of the nearest candidate of the one before
 */
public record Explanation(Member subject, List<Reason> chain) {

    public Explanation {
        chain = List.copyOf(chain);
    }

    /** Where the trouble lies. */
    public Reason root() {
        return chain.get(chain.size() - 1);
    }

    /** The chain in a sentence. */
    public String sentence() {
        return ReasonText.of(chain) + ".";
    }

    @Override
    public String toString() {
        return sentence();
    }
}
