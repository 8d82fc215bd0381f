package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;

/** Everything a query finds, page after page. */
final class Pages {

    private Pages() {}

    /** In the order of their names; reads on until nothing is left. */
    static List<StreamId> of(RolloutStore store, StreamQuery query) {
        List<StreamId> all = new ArrayList<>();
        List<StreamId> page = store.find(query);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < query.limit()
                    ? List.of()
                    : store.find(query.withAfter(page.get(page.size() - 1).name()));
        }
        return all;
    }
}
