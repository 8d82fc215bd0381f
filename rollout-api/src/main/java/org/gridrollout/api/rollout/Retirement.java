package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;

/**
 * The announced end of a release's support.
 *
 * @param securitySupportUntil until when security problems are still repaired
 * @param deadline until when sites have to be on something else; not before {@code securitySupportUntil}
 * @param phase how far it has come
 */
public record Retirement(
        Actor by, Instant announcedAt, Instant securitySupportUntil, Instant deadline, String reason, Phase phase) {

    /** How far a retirement has come. */
    public enum Phase {
        ANNOUNCED,
        SECURITY_SUPPORT_ENDED,
        /** The deadline has passed; it may be taken out. */
        DUE
    }

    public Retirement {
        Violations.of("Retirement")
                .unless(!reason.isBlank(), "reason must not be blank")
                .unless(!securitySupportUntil.isBefore(announcedAt), "security support ends before it is announced")
                .unless(!deadline.isBefore(securitySupportUntil), "deadline is before the end of security support")
                .throwIfAny();
    }

    /** The same retirement, gone further. */
    public Retirement inPhase(Phase next) {
        return new Retirement(by, announcedAt, securitySupportUntil, deadline, reason, next);
    }
}
