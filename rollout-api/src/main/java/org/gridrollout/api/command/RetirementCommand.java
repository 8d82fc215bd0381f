package org.gridrollout.api.command;

import java.time.Instant;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.ReleaseId;

/** How a release in production goes out of support: announced with its deadlines first, taken out after them. */
public sealed interface RetirementCommand extends RolloutCommand {

    /**
     * The MU announces the end.
     *
     * @param securitySupportUntil until when security problems are still repaired
     * @param deadline until when sites have to be on something else; not before {@code securitySupportUntil}
     */
    record AnnounceRetirement(
            ReleaseId releaseId, Instant securitySupportUntil, Instant deadline, String reason, Actor actor)
            implements RetirementCommand {
        public AnnounceRetirement {
            Reason.check(Violations.of("AnnounceRetirement"), "reason", reason)
                    .unless(
                            !deadline.isBefore(securitySupportUntil),
                            "deadline %s must not be before the end of security support %s",
                            deadline,
                            securitySupportUntil)
                    .throwIfAny();
        }
    }

    /** The MU takes a release whose deadline has passed out of production. */
    record Retire(ReleaseId releaseId, String reason, Actor actor) implements RetirementCommand {
        public Retire {
            Reason.require("Retire", reason);
        }
    }
}
