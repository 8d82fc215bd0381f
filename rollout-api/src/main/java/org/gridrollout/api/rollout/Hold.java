package org.gridrollout.api.rollout;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.party.Party;

/**
 * Why a rollout stands still.
 *
 * @param from the state it returns to when released
 * @param holder who can release it
 * @param until when it has to be looked at again; passing it escalates and never releases; absent for an undecided
 *     incident, whose triage has its own due instant
 * @param manual whether the MU asked for it; otherwise it ends with the last undecided incident
 */
public record Hold(RolloutState from, Party holder, String reason, Optional<Instant> until, boolean manual) {

    /** The same hold after its expiry was noticed; it goes on without one. */
    public Hold escalated() {
        return new Hold(from, holder, reason, Optional.empty(), manual);
    }
}
