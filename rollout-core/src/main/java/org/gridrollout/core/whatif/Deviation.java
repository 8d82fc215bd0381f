package org.gridrollout.core.whatif;

import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;

/**
 * Where a release's replay first came to something else than the journal says.
 *
 * @param position the recorded change's at which it showed
 * @param recorded what the journal says happened next; absent if it says nothing more
 * @param replayed what happens next by the commands; absent if nothing more does
 */
public record Deviation(
        long position, ReleaseId release, Optional<RolloutEvent> recorded, Optional<RolloutEvent> replayed) {}
