package org.gridrollout.api.sla;

import java.time.Instant;

/** An outcome counted anew because of what became known later. */
public record Recomputation(Instant at, ObligationOutcome outcome, String reason) {}
