package org.gridrollout.api.store;

import org.gridrollout.api.software.Sha256;

/**
 * One event as the journal holds it. {@link JournalChain} makes them.
 *
 * @param position its place in the whole journal, from 1, without gaps, in the order of commits
 * @param change the change it came with
 * @param digest what it says and all that was written before it, by the rule of {@link JournalChain}
 */
public record JournalRecord(
        long position, ChangeId change, StreamId stream, long revision, JournalEntry entry, Sha256 digest) {

    /** The journal up to and with this record. */
    public JournalHead head() {
        return new JournalHead(position, digest);
    }
}
