package org.gridrollout.core.whatif;

import java.util.List;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;

/**
 * A replay came to something else than the journal says.
 *
 * @param position the recorded change's
 * @param recorded what it did to the release
 * @param replayed what it does to it now
 */
public record Deviation(
        long position, ReleaseId release, List<RolloutEvent> recorded, List<RolloutEvent> replayed) {

    public Deviation {
        recorded = List.copyOf(recorded);
        replayed = List.copyOf(replayed);
    }
}
