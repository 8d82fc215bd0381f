package org.gridrollout.api.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;

/**
 * What a rule looks at.
 *
 * @param line the other living releases of the product on the platform, and its version floor
 * @param now the instant of the decision
 * @param needed where each release stands that the candidate's release needs. One that was superseded counts as the
 *     release that took its place, the last of them if there were several. A release that nobody contributed is left out
 * @param production what its promotion would do to production; absent where that is not looked at
 */
public record Candidate(
        Rollout rollout,
        ProductLine line,
        Instant now,
        Map<ReleaseId, RolloutState> needed,
        Optional<Installability> production) {

    public Candidate {
        needed = needed.isEmpty() ? Map.of() : Map.copyOf(needed);
    }

    /** A candidate whose release needs no other, and that is not held against production. */
    public Candidate(Rollout rollout, ProductLine line, Instant now) {
        this(rollout, line, now, Map.of(), Optional.empty());
    }
}
