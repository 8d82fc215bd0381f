package org.gridrollout.api.store;

import org.gridrollout.api.Violations;

/**
 * A stream's current document.
 *
 * @param revision 1 after the first write, then one more with each
 * @param body opaque to the store: canonical JSON made by the core
 */
public record Snapshot(StreamId stream, long revision, String body) {

    public Snapshot {
        Violations.of("Snapshot of " + stream)
                .unless(revision >= 1, "revision must be at least 1, was %d", revision)
                .throwIfAny();
    }
}
