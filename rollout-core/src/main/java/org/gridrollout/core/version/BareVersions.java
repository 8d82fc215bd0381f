package org.gridrollout.core.version;

import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;

/** For ecosystems whose versions are one text. */
final class BareVersions {

    private BareVersions() {}

    /** Refuses an epoch or a release where there is no such thing. */
    static void require(String kind, Evr evr) {
        if (evr.epoch() != 0 || !evr.release().isEmpty()) {
            Violations.of(kind + " '" + evr + "'")
                    .unless(evr.epoch() == 0, "must have no epoch, has %d", evr.epoch())
                    .unless(evr.release().isEmpty(), "must have no release, has '%s'", evr.release())
                    .throwIfAny();
        }
    }
}
