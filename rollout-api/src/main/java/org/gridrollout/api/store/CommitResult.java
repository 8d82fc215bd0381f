package org.gridrollout.api.store;

/** What became of a change. The third outcome, unknown, is an {@link UnknownOutcomeException}. */
public sealed interface CommitResult {

    /**
     * Kept.
     *
     * @param position the journal's last position after it
     */
    record Stored(long position) implements CommitResult {}

    /**
     * Refused whole: a stream is not at the revision it was expected at.
     *
     * @param stream one such stream
     */
    record Stale(StreamId stream) implements CommitResult {}
}
