package org.gridrollout.core.lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;

/**
 * What a command, or time alone, comes to. All events happen together or none.
 *
 * @param events per rollout, in order; a refused command leaves what time alone had brought about by then
 * @param rollouts the rollouts with events, as they are afterwards
 * @param line the product line afterwards
 * @param refusal why the command does not happen, if it does not
 */
public record Decision(
        Map<ReleaseId, List<RolloutEvent>> events,
        Map<ReleaseId, Rollout> rollouts,
        ProductLine line,
        Optional<Verdict> refusal) {

    public Decision {
        events = inOrder(events);
        rollouts = inOrder(rollouts);
    }

    /** The events of one rollout; empty if nothing happened to it. */
    public List<RolloutEvent> eventsOf(ReleaseId release) {
        return events.getOrDefault(release, List.of());
    }

    private static <V> Map<ReleaseId, V> inOrder(Map<ReleaseId, V> map) {
        return map.size() <= 1 ? Map.copyOf(map) : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
