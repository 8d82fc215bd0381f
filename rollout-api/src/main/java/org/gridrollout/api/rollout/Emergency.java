package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.party.Actor;

/** The MU's recorded decision not to wait for evidence; integrity rules hold all the same. */
public record Emergency(Actor by, String reason, Instant at) {}
