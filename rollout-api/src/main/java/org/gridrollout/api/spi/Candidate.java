package org.gridrollout.api.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Signature;

/**
 * What a rule looks at.
 *
 * @param line the other living releases of the product on the platform, and its version floor
 * @param now the instant of the decision
 * @param needed where each release stands that the candidate's release needs. One that was superseded counts as the
 *     release that took its place, the last of them if there were several. A release that nobody contributed is left out
 * @param production what its promotion would do to production; absent where that is not looked at
 * @param signatures what the repository says of the signatures of the release's packages; a package of which it says nothing
 *     is left out
 */
public record Candidate(
        Rollout rollout,
        ProductLine line,
        Instant now,
        Map<ReleaseId, RolloutState> needed,
        Optional<Installability> production,
        Map<PackageRef, Signature> signatures) {

    public Candidate {
        needed = needed.isEmpty() ? Map.of() : Map.copyOf(needed);
        signatures = signatures.isEmpty() ? Map.of() : Map.copyOf(signatures);
    }

    /** A candidate of whose signatures the repository says nothing. */
    public Candidate(
            Rollout rollout,
            ProductLine line,
            Instant now,
            Map<ReleaseId, RolloutState> needed,
            Optional<Installability> production) {
        this(rollout, line, now, needed, production, Map.of());
    }

    /** A candidate whose release needs no other, and that is not held against production. */
    public Candidate(Rollout rollout, ProductLine line, Instant now) {
        this(rollout, line, now, Map.of(), Optional.empty());
    }
}
