package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.party.SiteId;

/**
 * A site says that the release works for it. A problem is filed as an incident instead.
 *
 * @param comment what it tried; may be empty
 */
public record SiteReport(SiteId site, Instant at, String comment) {}
