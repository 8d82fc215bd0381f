package org.gridrollout.api.store;

import java.time.Instant;
import org.gridrollout.api.Violations;

/**
 * What a stream's journal tells, on its way there: an event, or a command that led to some, or one that was refused. Its texts
 * hold no half of a surrogate pair, which no database keeps.
 *
 * @param type the event's or command's name, for queries; at most 100 characters
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
