package org.gridrollout.api.rollout;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.SiteId;

/**
 * A site runs the release since an instant.
 *
 * @param until when the site went to another version; absent while it runs it
 */
public record Deployment(SiteId site, Instant since, Optional<Instant> until, Basis basis) {

    /** On what ground the site runs it. */
    public enum Basis {
        /** It is a rollout site and was asked to. */
        ASKED,
        /** It went ahead before production. */
        OWN_RISK,
        /** It installed from production. */
        PRODUCTION
    }

    public Deployment {
        Violations.of("Deployment at " + site)
                .unless(until.isEmpty() || !until.get().isBefore(since), "ends before it begins")
                .throwIfAny();
    }
}
