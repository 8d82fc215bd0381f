package org.gridrollout.core.whatif;

import java.time.Instant;
import org.gridrollout.api.rollout.RolloutState;

/** A rollout came into a state, and stayed there until the next one. */
public record Stay(RolloutState state, Instant since) {}
