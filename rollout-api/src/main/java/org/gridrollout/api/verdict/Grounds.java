package org.gridrollout.api.verdict;

import java.util.Map;

/**
 * What a finding rests on, put into words only when somebody reads them: most findings pass and are never read.
 *
 * <p>Usually a record of the values the rule used. Implementations are immutable, give the same words every time, and
 * never throw. Rules may implement it; a plain sentence does as well.
 */
public interface Grounds {

    /** What was found, with the values, for a person; not blank. */
    String sentence();

    /** The values the rule used, by name, in the order it used them. */
    default Map<String, String> values() {
        return Map.of();
    }
}
