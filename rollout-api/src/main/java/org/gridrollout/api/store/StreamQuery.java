package org.gridrollout.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * Finds streams by what they are indexed by; every given criterion must hold. Results come in the order of their names.
 *
 * @param states any of these; empty for any state
 * @param dueBy {@code nextDue} is at this instant or before
 * @param after only names after this one: the way to page on
 * @param limit at most so many; 1 to 10,000
 */
@Value.Builder
public record StreamQuery(
        StreamId.Kind kind,
        Set<String> states,
        Optional<String> product,
        Optional<String> platform,
        Optional<Instant> dueBy,
        Optional<String> after,
        int limit)
        implements WithStreamQuery {

    public StreamQuery {
        states = Set.copyOf(states);
        Violations.of("StreamQuery")
                .unless(limit >= 1 && limit <= 10_000, "limit must be from 1 to 10000, was %d", limit)
                .throwIfAny();
    }

    /** Everything of a kind, in pages of {@code limit}. */
    public static StreamQuery of(StreamId.Kind kind, int limit) {
        return new StreamQuery(
                kind, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
