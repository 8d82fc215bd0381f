package org.gridrollout.core.whatif;

import java.util.List;

/**
 * What a replay came to.
 *
 * @param changes how many changes were played
 * @param deviations where it came to something else than the journal says: the first place of each release that there is
 */
public record Replayed(long changes, List<Deviation> deviations) {

    public Replayed {
        deviations = List.copyOf(deviations);
    }

    /** Whether the journal follows from its commands. */
    public boolean isFaithful() {
        return deviations.isEmpty();
    }
}
