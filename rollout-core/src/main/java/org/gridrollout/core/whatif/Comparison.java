package org.gridrollout.core.whatif;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.Rehearsal;

/**
 * Compares a replay with its record, release by release and event by event; which change an event came with is no matter.
 * Keeps only what one side is ahead of the other. Not thread-safe.
 */
final class Comparison implements Rehearsal.Listener {

    private final Map<ReleaseId, Pair> pairs = new LinkedHashMap<>();
    private final Set<ReleaseId> touched = new LinkedHashSet<>();
    private final List<Deviation> deviations = new ArrayList<>();
    private long changes;
    private long position;

    private static final class Pair {
        private final Deque<RolloutEvent> recorded = new ArrayDeque<>();
        private final Deque<RolloutEvent> replayed = new ArrayDeque<>();
        private boolean deviates;
    }

    @Override
    public void happened(ReleaseId release, RolloutEvent event) {
        pair(release).replayed.add(event);
        touched.add(release);
    }

    /** After what the change came to was heard of. */
    void recorded(RecordedChange change) {
        changes++;
        position = change.position();
        for (RecordedEvent each : change.events()) {
            pair(each.release()).recorded.add(each.event());
            touched.add(each.release());
        }
        touched.forEach(each -> compare(each, pair(each)));
        touched.clear();
    }

    /** Once everything was played. */
    Replayed result() {
        pairs.forEach((release, pair) -> {
            if (!pair.deviates && !(pair.recorded.isEmpty() && pair.replayed.isEmpty())) {
                deviates(release, pair);
            }
        });
        return new Replayed(changes, deviations);
    }

    private Pair pair(ReleaseId release) {
        return pairs.computeIfAbsent(release, each -> new Pair());
    }

    private void compare(ReleaseId release, Pair pair) {
        while (!pair.deviates && !pair.recorded.isEmpty() && !pair.replayed.isEmpty()) {
            if (pair.recorded.getFirst().equals(pair.replayed.getFirst())) {
                pair.recorded.removeFirst();
                pair.replayed.removeFirst();
            } else {
                deviates(release, pair);
            }
        }
        if (pair.deviates) {
            pair.recorded.clear();
            pair.replayed.clear();
        }
    }

    private void deviates(ReleaseId release, Pair pair) {
        pair.deviates = true;
        deviations.add(new Deviation(
                position,
                release,
                Optional.ofNullable(pair.recorded.peekFirst()),
                Optional.ofNullable(pair.replayed.peekFirst())));
    }
}
