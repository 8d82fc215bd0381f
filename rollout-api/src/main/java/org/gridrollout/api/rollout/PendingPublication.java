package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.publication.ChangeSet;

/** A change to a repository that was decided and is not confirmed yet; the engine's sweep carries it out. */
public record PendingPublication(ChangeSet changeSet, Instant decidedAt) {}
