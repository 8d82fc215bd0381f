package org.gridrollout.testkit.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.Rehearsal;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.memory.InMemoryRolloutStore;

/**
 * One engine alone does what several did, change by change in the order of their journal. Refusals are left out: one is
 * journalled after it was decided, when what it was decided on may have changed, and it changes nothing itself.
 */
final class SerialReplay {

    private SerialReplay() {}

    /** An engine on what the replay came to. */
    static RolloutEngine of(RolloutEngine recorded, Backends backends) {
        List<RecordedChange> changes = recorded.changes(0, Integer.MAX_VALUE);
        InMemoryRolloutStore store = new InMemoryRolloutStore();
        Rehearsal rehearsal =
                Rehearsal.anew(recorded, recorded.policy(), store, Rehearsal.Keeps.JOURNAL, (release, event) -> {});
        rehearsal.await(publications(changes));
        changes.stream().filter(each -> each.refusal().isEmpty()).forEach(rehearsal::play);
        return RolloutEngine.builder()
                .store(store)
                .repository(backends.repository())
                .policy(recorded.policy())
                .build();
    }

    private static Set<ChangeSetId> publications(List<RecordedChange> changes) {
        Set<ChangeSetId> publications = new HashSet<>();
        Map<ReleaseId, Rollout> rollouts = new HashMap<>();
        for (RecordedChange change : changes) {
            for (RecordedEvent each : change.events()) {
                Rollout after = Lifecycle.evolve(rollouts.get(each.release()), each.event());
                rollouts.put(each.release(), after);
                after.pending()
                        .forEach(pending -> publications.add(pending.changeSet().id()));
            }
        }
        return publications;
    }
}
