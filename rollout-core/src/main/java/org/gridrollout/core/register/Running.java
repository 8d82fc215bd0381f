package org.gridrollout.core.register;

import java.time.Instant;
import org.gridrollout.api.party.SiteId;

/** A site runs a release. */
public record Running(SiteId site, Instant since) {}
