package org.gridrollout.core.whatif;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.Rehearsal;

/** What happened to all releases up to an instant, inclusive: one rollout each, folded, and its states. Not thread-safe. */
final class Timelines implements Rehearsal.Listener {

    private final Instant until;
    private final Map<ReleaseId, Timeline> timelines = new LinkedHashMap<>();

    Timelines(Instant until) {
        this.until = until;
    }

    /** Events of one release come in the order of their instants, so that leaving out the later ones leaves none in between. */
    @Override
    public void happened(ReleaseId release, RolloutEvent event) {
        if (!event.at().isAfter(until)) {
            timelines.computeIfAbsent(release, each -> new Timeline()).happened(event);
        }
    }

    Set<ReleaseId> releases() {
        return timelines.keySet();
    }

    /** Empty if it never began. */
    Timeline of(ReleaseId release) {
        return timelines.getOrDefault(release, new Timeline());
    }

    List<ChangeSetId> pending(ReleaseId release) {
        return of(release).pending();
    }

    Timelines copy() {
        Timelines copy = new Timelines(until);
        timelines.forEach((release, timeline) -> copy.timelines.put(release, timeline.copy()));
        return copy;
    }
}
