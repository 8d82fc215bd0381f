package org.gridrollout.core.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;

/** All events in the order they were kept; the record at index {@code i} has position {@code i + 1}. Guarded by the store's lock. */
final class MemoryJournal {

    private final List<JournalRecord> records = new ArrayList<>();
    private final Map<StreamId, List<JournalRecord>> byStream = new HashMap<>();
    private Optional<Instant> latest = Optional.empty();

    void append(ChangeId change, StreamWrite write) {
        for (JournalEntry entry : write.entries()) {
            JournalRecord next =
                    new JournalRecord(last() + 1, change, write.stream(), write.expectedRevision() + 1, entry);
            records.add(next);
            byStream.computeIfAbsent(write.stream(), stream -> new ArrayList<>())
                    .add(next);
            if (latest.isEmpty() || latest.get().isBefore(entry.recordedAt())) {
                latest = Optional.of(entry.recordedAt());
            }
        }
    }

    long last() {
        return records.size();
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
