package org.gridrollout.api.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What a stream is found by.
 *
 * @param state its state's name, or empty; at most 40 characters
 * @param product its product's name, or empty
 * @param platform its platform, or empty
 * @param nextDue when time or a pending publication next wants something of it; whole microseconds
 */
public record IndexEntry(String state, String product, String platform, Optional<Instant> nextDue) {

    /** Found by its name only. */
    public static final IndexEntry NONE = new IndexEntry("", "", "", Optional.empty());
}
