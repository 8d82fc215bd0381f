package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.verdict.RuleId;

/**
 * Recorded permission to pass a named rule for this release.
 *
 * @param scope at which gates it counts
 * @param expiresAt from when it no longer counts
 */
public record Waiver(RuleId rule, Scope scope, Actor issuer, String reason, Instant issuedAt, Instant expiresAt) {

    public Waiver {
        Violations.of("Waiver of " + rule)
                .unless(!reason.isBlank(), "reason must not be blank")
                .unless(expiresAt.isAfter(issuedAt), "must expire after it is issued")
                .throwIfAny();
    }

    /** Whether it still counts at {@code instant}. */
    public boolean isValidAt(Instant instant) {
        return instant.isBefore(expiresAt);
    }

    /** Whether it lets that rule pass at that gate and instant. */
    public boolean permits(RuleId what, Gate gate, Instant instant) {
        return rule.equals(what) && scope.covers(gate) && isValidAt(instant);
    }
}
