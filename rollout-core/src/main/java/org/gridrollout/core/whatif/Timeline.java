package org.gridrollout.core.whatif;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.jspecify.annotations.Nullable;

/** One release's way through its states. Not thread-safe. */
final class Timeline {

    private final List<Stay> stays = new ArrayList<>();
    private @Nullable Rollout rollout;

    void happened(RolloutEvent event) {
        @Nullable RolloutState before = rollout == null ? null : rollout.state();
        Rollout after = Lifecycle.evolve(rollout, event);
        rollout = after;
        if (after.state() != before) {
            stays.add(new Stay(after.state(), event.at()));
        }
    }

    List<Stay> stays() {
        return List.copyOf(stays);
    }

    List<Obligation> obligations() {
        return rollout == null ? List.of() : rollout.obligations();
    }

    List<ChangeSetId> pending() {
        return rollout == null
                ? List.of()
                : rollout.pending().stream().map(each -> each.changeSet().id()).toList();
    }

    Timeline copy() {
        Timeline copy = new Timeline();
        copy.stays.addAll(stays);
        copy.rollout = rollout;
        return copy;
    }
}
