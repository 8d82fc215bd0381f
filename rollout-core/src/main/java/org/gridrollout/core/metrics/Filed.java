package org.gridrollout.core.metrics;

import java.util.Optional;

/**
 * An incident on a release.
 *
 * @param mark how it counts for the site that filed it; shared with the older release that it was inherited from; absent if
 *     no site did
 * @param triage what the MU owes for it on this release
 */
record Filed(Optional<Mark> mark, Owed triage) {

    void decided(Decision decision) {
        mark.ifPresent(each -> each.count(each.at(), decision.code(), Mark.NO_TIME));
    }
}
