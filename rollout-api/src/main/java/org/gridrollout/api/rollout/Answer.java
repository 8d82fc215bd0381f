package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.party.SiteId;

/**
 * What a rollout site answered to an announcement.
 *
 * @param reason why it does not take part; empty if it does
 */
public record Answer(SiteId site, Instant at, Kind kind, String reason) {

    /** Whether the site takes part. */
    public enum Kind {
        ACCEPTED,
        DECLINED
    }
}
