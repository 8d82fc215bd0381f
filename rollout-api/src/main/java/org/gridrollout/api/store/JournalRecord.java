package org.gridrollout.api.store;

/**
 * One event as the journal holds it.
 *
 * @param position its place in the whole journal, from 1, without gaps, in the order of commits
 * @param change the change it came with
 */
public record JournalRecord(long position, ChangeId change, StreamId stream, long revision, JournalEntry entry) {}
