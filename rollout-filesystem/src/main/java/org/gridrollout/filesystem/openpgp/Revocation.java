package org.gridrollout.filesystem.openpgp;

import java.time.Instant;

/**
 * That a key must not be used any more.
 *
 * @param hard whether everything it ever signed is void, since somebody else may have signed it
 * @param reason as its owner gave it; may be empty
 */
record Revocation(Instant at, boolean hard, String reason) {

    /** Whether it voids a signature made at that instant. */
    boolean voids(Instant made) {
        return hard || !made.isBefore(at);
    }
}
