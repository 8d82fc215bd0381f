package org.gridrollout.benchmarks.lifecycle;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.core.lifecycle.Transition;
import org.gridrollout.core.lifecycle.TransitionTable;

/** The way of a release without trouble, and the machine it is a path of: what every contestant gets. */
final class Workflow {

    static final RolloutState START = RolloutState.CONTRIBUTED;
    static final RolloutState END = RolloutState.IN_PRODUCTION;

    private Workflow() {}

    /** The five events that lead from {@link #START} to {@link #END}. */
    static EventType[] events() {
        return new EventType[] {
            EventType.BETA_PUBLISHED,
            EventType.ANNOUNCED,
            EventType.CLEARED,
            EventType.PROMOTION_DECIDED,
            EventType.PRODUCTION_PUBLISHED
        };
    }

    /**
     * The rows that peers are configured with: all that lead from one state to one other. (What leads to several needs a
     * guard, and what leads nowhere only makes peers that search their rows slower.)
     */
    static List<Transition> rows() {
        return TransitionTable.transitions().stream()
                .filter(row -> row.from().isPresent())
                .collect(groupingBy(row -> List.of(row.from(), row.on())))
                .values()
                .stream()
                .filter(rows -> rows.size() == 1)
                .map(rows -> rows.get(0))
                .filter(Transition::moves)
                .toList();
    }
}
