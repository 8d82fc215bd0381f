package org.gridrollout.core.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;

/** All events in the order they were kept; the record at index {@code i} has position {@code i + 1}. Guarded by the store's lock. */
final class MemoryJournal {

    private final JournalChain chain = JournalChain.after(JournalHead.EMPTY);
    private final List<JournalRecord> records = new ArrayList<>();
    private final Map<StreamId, List<JournalRecord>> byStream = new HashMap<>();
    private Optional<Instant> latest = Optional.empty();

    /** Gives the last position. */
    long append(StoreChange change) {
        for (JournalRecord next : chain.append(change)) {
            records.add(next);
            byStream.computeIfAbsent(next.stream(), stream -> new ArrayList<>()).add(next);
            Instant recordedAt = next.entry().recordedAt();
            if (latest.isEmpty() || latest.get().isBefore(recordedAt)) {
                latest = Optional.of(recordedAt);
            }
        }
        return head().position();
    }

    JournalHead head() {
        return chain.head();
    }

    List<JournalRecord> after(long after, int limit) {
        int from = (int) Math.min(Math.max(after, 0), records.size());
        int to = (int) Math.min((long) from + limit, records.size());
        return List.copyOf(records.subList(from, to));
    }

    List<JournalRecord> after(StreamId stream, long after, int limit) {
        return byStream.getOrDefault(stream, List.of()).stream()
                .dropWhile(found -> found.position() <= after)
                .limit(limit)
                .toList();
    }

    Optional<Instant> latestInstant() {
        return latest;
    }
}
