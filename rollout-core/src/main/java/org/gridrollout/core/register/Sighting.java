package org.gridrollout.core.register;

import java.time.Instant;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;

/**
 * A site runs a version of a component.
 *
 * @param since when it was first reported, without another version since
 */
public record Sighting(SiteId site, Platform platform, String component, Evr version, Instant since) {}
