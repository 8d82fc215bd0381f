package org.gridrollout.api.store;

import java.time.Instant;
import org.gridrollout.api.Violations;

/**
 * One event of a stream on its way into the journal. Its texts hold no half of a surrogate pair, which no database keeps.
 *
 * @param type the event's name, for queries; at most 100 characters
 * @param at when it took effect; whole microseconds
 * @param recordedAt when it was recorded; whole microseconds
 * @param actor who brought it about, for people; at most 300 characters
 * @param body opaque to the store: canonical JSON made by the core
 */
public record JournalEntry(String type, Instant at, Instant recordedAt, String actor, String body) {

    private static final String HALF = "%s must not hold half of a surrogate pair";

    public JournalEntry {
        Violations.of("Journal entry")
                .unless(WholeText.is(type), HALF, "type")
                .unless(WholeText.is(actor), HALF, "actor")
                .unless(WholeText.is(body), HALF, "body")
                .throwIfAny();
    }
}
