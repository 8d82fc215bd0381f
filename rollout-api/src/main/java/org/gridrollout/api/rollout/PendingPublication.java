package org.gridrollout.api.rollout;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSet;

/**
 * A change to a repository that was decided and is not confirmed yet; the engine's sweep carries it out.
 *
 * @param revokes an earlier change that was never confirmed and must not become visible any more: it is cancelled first,
 *     and only if that comes too late is {@code changeSet} published
 */
public record PendingPublication(ChangeSet changeSet, Instant decidedAt, Optional<ChangeSet> revokes) {

    /** A change that revokes nothing. */
    public static PendingPublication of(ChangeSet changeSet, Instant decidedAt) {
        return new PendingPublication(changeSet, decidedAt, Optional.empty());
    }
}
