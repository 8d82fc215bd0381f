package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.RolloutException;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.engine.Inventories.Aligned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what reported inventories lead to: at once, or with the sweep if an engine stopped in between. */
final class InventoryFollowing {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryFollowing.class);
    private static final int PAGE = 200;

    private final RolloutStore store;
    private final Inventories inventories;
    private final Settler settler;

    InventoryFollowing(RolloutStore store, Inventories inventories, Settler settler) {
        this.store = store;
        this.inventories = inventories;
        this.settler = settler;
    }

    /** What people will be told of it. */
    List<Notice> follow(SiteId site, Platform platform) {
        Aligned aligned = inventories.align(site, platform);
        aligned.rollouts().forEach(settler::settle);
        return aligned.notices();
    }

    void sweep(Instant now, Set<ReleaseId> moved, List<String> failures) {
        StreamQuery due = StreamQuery.of(StreamId.Kind.INVENTORY, PAGE).withDueBy(now);
        for (StreamId each : Pages.of(store, due)) {
            int slash = each.name().indexOf('/');
            try {
                Aligned aligned = inventories.align(
                        SiteId.of(each.name().substring(0, slash)),
                        Platform.parse(each.name().substring(slash + 1)));
                aligned.rollouts().forEach(settler::settle);
                moved.addAll(aligned.rollouts());
            } catch (RolloutException e) {
                LOG.warn("Inventory {} could not be followed; it comes again", each, e);
                failures.add(each + ": " + e.getMessage());
            }
        }
    }
}
