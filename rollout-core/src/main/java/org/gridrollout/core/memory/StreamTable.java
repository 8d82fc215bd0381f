package org.gridrollout.core.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;

/** The documents of one kind by name, and by the instant they are next due. Guarded by the store's lock. */
final class StreamTable {

    private record Row(Snapshot snapshot, IndexEntry index) {}

    private record Due(Instant at, String name) {}

    private static final Comparator<Due> BY_TIME = Comparator.comparing(Due::at).thenComparing(Due::name);

    private final StreamId.Kind kind;
    private final NavigableMap<String, Row> rows = new TreeMap<>();
    // A sweep asks for what is due far more often than anything becomes due.
    private final NavigableSet<Due> due = new TreeSet<>(BY_TIME);

    StreamTable(StreamId.Kind kind) {
        this.kind = kind;
    }

    Optional<Snapshot> snapshot(String name) {
        return Optional.ofNullable(rows.get(name)).map(Row::snapshot);
    }

    /** 0 if it was never written. */
    long revision(String name) {
        return snapshot(name).map(Snapshot::revision).orElse(0L);
    }

    void put(StreamWrite write) {
        String name = write.stream().name();
        Snapshot snapshot = new Snapshot(write.stream(), write.expectedRevision() + 1, write.body());
        Row old = rows.put(name, new Row(snapshot, write.index()));
        if (old != null) {
            old.index().nextDue().ifPresent(at -> due.remove(new Due(at, name)));
        }
        write.index().nextDue().ifPresent(at -> due.add(new Due(at, name)));
    }

    List<StreamId> find(StreamQuery query) {
        return candidates(query)
                .filter(name ->
                        query.after().map(after -> name.compareTo(after) > 0).orElse(true))
                .filter(name ->
                        matches(query, Objects.requireNonNull(rows.get(name)).index()))
                .limit(query.limit())
                .map(name -> new StreamId(kind, name))
                .toList();
    }

    private Stream<String> candidates(StreamQuery query) {
        if (query.dueBy().isEmpty()) {
            return query.after().map(after -> rows.tailMap(after, false)).orElse(rows).keySet().stream();
        }
        Instant by = query.dueBy().get();
        return due.stream()
                .takeWhile(entry -> !entry.at().isAfter(by))
                .map(Due::name)
                .sorted();
    }

    private static boolean matches(StreamQuery query, IndexEntry index) {
        return (query.states().isEmpty() || query.states().contains(index.state()))
                && query.product().map(index.product()::equals).orElse(true)
                && query.platform().map(index.platform()::equals).orElse(true);
    }
}
