package org.gridrollout.api.store;

import java.util.List;
import org.gridrollout.api.Violations;

/**
 * The new document of one stream, with the events that led to it.
 *
 * @param expectedRevision the revision it was made from; 0 if the stream must not exist yet
 * @param entries in order; may be empty
 */
public record StreamWrite(
        StreamId stream, long expectedRevision, String body, IndexEntry index, List<JournalEntry> entries) {

    public StreamWrite {
        entries = List.copyOf(entries);
        Violations.of("Write to " + stream)
                .unless(expectedRevision >= 0, "expectedRevision must not be negative, was %d", expectedRevision)
                .throwIfAny();
    }
}
