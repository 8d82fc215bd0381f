package org.gridrollout.api.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.ReleaseId;

/**
 * What the MU owes after a critical incident in production: a release with higher versions that brings the function back.
 *
 * @param incidents the critical incidents behind it, the first one first
 * @param affected the sites known to run the faulty release when it was opened, those at their own risk first
 * @param fix the release that ended it, once RESTORED
 */
public record Restoration(
        Instant openedAt,
        Instant dueAt,
        List<IncidentId> incidents,
        List<SiteId> affected,
        Status status,
        Optional<ReleaseId> fix,
        Optional<Instant> endedAt) {

    /** How it stands. */
    public enum Status {
        OPEN,
        /** The fix is in production. */
        RESTORED,
        /** The criticality was lowered, with a second person's consent. */
        NOT_NEEDED
    }

    public Restoration {
        incidents = List.copyOf(incidents);
        affected = List.copyOf(affected);
        Violations.of("Restoration")
                .unless(!incidents.isEmpty(), "needs an incident")
                .unless((status == Status.OPEN) == endedAt.isEmpty(), "status %s does not go with its end", status)
                .unless((status == Status.RESTORED) == fix.isPresent(), "status %s does not go with its fix", status)
                .throwIfAny();
    }

    /** The same restoration, owed for one more incident; unchanged if it is owed for it already. */
    public Restoration alsoFor(IncidentId incident) {
        if (incidents.contains(incident)) {
            return this;
        }
        List<IncidentId> all = new ArrayList<>(incidents);
        all.add(incident);
        return new Restoration(openedAt, dueAt, all, affected, status, fix, endedAt);
    }

    /** The same restoration, ended by a release in production. */
    public Restoration restoredBy(ReleaseId release, Instant at) {
        return new Restoration(
                openedAt, dueAt, incidents, affected, Status.RESTORED, Optional.of(release), Optional.of(at));
    }

    /** The same restoration, found not to be needed. */
    public Restoration notNeeded(Instant at) {
        return new Restoration(
                openedAt, dueAt, incidents, affected, Status.NOT_NEEDED, Optional.empty(), Optional.of(at));
    }
}
