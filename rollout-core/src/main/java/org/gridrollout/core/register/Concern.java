package org.gridrollout.core.register;

import org.gridrollout.api.software.ReleaseId;

/** A site runs a version that it should leave. */
public record Concern(Sighting sighting, ReleaseId release, Standing standing) {}
