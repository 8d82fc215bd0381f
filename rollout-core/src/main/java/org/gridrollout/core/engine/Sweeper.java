package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.RolloutException;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due. */
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int PAGE = 200;

    private final RolloutStore store;
    private final Decider decider;
    private final InventoryFollowing following;
    private final Settler settler;
    private final Courier courier;

    Sweeper(RolloutStore store, Decider decider, InventoryFollowing following, Settler settler, Courier courier) {
        this.store = store;
        this.decider = decider;
        this.following = following;
        this.settler = settler;
        this.courier = courier;
    }

    SweepReport sweep(Instant now) {
        Set<ReleaseId> moved = new LinkedHashSet<>();
        List<String> failures = new ArrayList<>();
        following.sweep(now, moved, failures); // first: what a site said in time counts before the time is over
        StreamQuery due = StreamQuery.of(StreamId.Kind.ROLLOUT, PAGE).withDueBy(now);
        List<StreamId> page = store.find(due);
        while (!page.isEmpty()) {
            for (StreamId each : page) {
                sweep(ReleaseId.of(each.name()), moved, failures);
            }
            page = store.find(due.withAfter(page.get(page.size() - 1).name()));
        }
        int delivered = courier.deliver(failures);
        return new SweepReport(now, List.copyOf(moved), delivered, failures);
    }

    /** Does what is due of one release; the rollouts something happened to. */
    Set<ReleaseId> look(ReleaseId release) {
        Set<ReleaseId> moved = new LinkedHashSet<>(
                decider.advance(release).decision().rollouts().keySet());
        if (settler.settle(release)) {
            moved.add(release);
        }
        return moved;
    }

    private void sweep(ReleaseId release, Set<ReleaseId> moved, List<String> failures) {
        try {
            moved.addAll(look(release));
        } catch (RolloutException e) {
            LOG.warn("Sweeping {} failed; it comes again", release, e);
            failures.add(release + ": " + e.getMessage());
        }
    }
}
