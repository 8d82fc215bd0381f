package org.gridrollout.api.store;

import java.time.Instant;

/**
 * One event of a stream on its way into the journal.
 *
 * @param type the event's name, for queries; at most 100 characters
 * @param at when it took effect; whole microseconds
 * @param recordedAt when it was recorded; whole microseconds
 * @param actor who brought it about, for people; at most 300 characters
 * @param body opaque to the store: canonical JSON made by the core
 */
public record JournalEntry(String type, Instant at, Instant recordedAt, String actor, String body) {}
