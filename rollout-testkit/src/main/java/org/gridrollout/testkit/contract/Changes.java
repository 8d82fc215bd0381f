package org.gridrollout.testkit.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.jspecify.annotations.Nullable;

/** Changes for the contract's tests, with as few words as a test needs. */
final class Changes {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    private Changes() {}

    static StreamId rollout(String name) {
        return new StreamId(StreamId.Kind.ROLLOUT, name);
    }

    static ChangeId newId() {
        return new ChangeId(UUID.randomUUID().toString());
    }

    static StoreChange of(StreamWrite... writes) {
        return new StoreChange(newId(), List.of(writes), List.of());
    }

    static StoreChange telling(StreamWrite write, Notice... notices) {
        return new StoreChange(newId(), List.of(write), List.of(notices));
    }

    /** A write without events. */
    static StreamWrite write(StreamId stream, long expectedRevision, String body) {
        return new StreamWrite(stream, expectedRevision, body, IndexEntry.NONE, List.of());
    }

    /** A write with so many events. */
    static StreamWrite write(StreamId stream, long expectedRevision, String body, int events) {
        return write(stream, expectedRevision, body, entries(events));
    }

    static StreamWrite write(StreamId stream, long expectedRevision, String body, List<JournalEntry> entries) {
        return new StreamWrite(stream, expectedRevision, body, IndexEntry.NONE, entries);
    }

    static StreamWrite indexed(StreamId stream, long expectedRevision, IndexEntry index) {
        return new StreamWrite(stream, expectedRevision, "{}", index, List.of());
    }

    static IndexEntry index(String state, String product, String platform, @Nullable Instant nextDue) {
        return new IndexEntry(state, product, platform, Optional.ofNullable(nextDue));
    }

    static List<JournalEntry> entries(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> entry("event" + i, NOON))
                .toList());
    }

    static JournalEntry entry(String type, Instant recordedAt) {
        return new JournalEntry(type, NOON, recordedAt, "Ada (MU)", "{\"type\":\"" + type + "\"}");
    }

    static Notice notice(String key) {
        return notice(key, Notice.Topic.ANNOUNCEMENT, Party.MIDDLEWARE_UNIT);
    }

    static Notice notice(String key, Notice.Topic topic, Party recipient) {
        return new Notice(key, topic, recipient, ReleaseId.of("voms-1"), "Something to know.", NOON);
    }
}
