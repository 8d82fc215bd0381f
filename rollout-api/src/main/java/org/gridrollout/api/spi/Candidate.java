package org.gridrollout.api.spi;

import java.time.Instant;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;

/**
 * What a rule looks at.
 *
 * @param line the other living releases of the product on the platform, and its version floor
 * @param now the instant of the decision
 */
public record Candidate(Rollout rollout, ProductLine line, Instant now) {}
