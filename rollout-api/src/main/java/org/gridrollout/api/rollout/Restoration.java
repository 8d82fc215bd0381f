package org.gridrollout.api.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.ReleaseId;
import org.immutables.value.Value;

/**
 * What the MU owes after a critical incident in production: a release with higher versions that brings the function back.
 *
 * @param owner who answers for it
 * @param attempt 1 for the first fault; one more for each fix that was itself faulty
 * @param brokenSince when service was first broken: before {@code openedAt} if an earlier fix was itself faulty
 * @param reopens the faulty release that this one was meant to restore
 * @param incidents the critical incidents behind it, the first one first
 * @param affected the sites known to run the faulty release when it was opened, those at their own risk first
 * @param ways how it could be restored, the best first
 * @param plan the way that was chosen
 * @param fix the release that is on its way, or has ended it
 * @param endedAt when the fix came into production, or it was found not to be needed
 * @param riskAccepted sites that knowingly stay on the faulty release
 * @param fleetClearAt when no registered site ran the faulty release any more
 */
@Value.Builder
public record Restoration(
        Party owner,
        int attempt,
        Instant brokenSince,
        Optional<ReleaseId> reopens,
        Instant openedAt,
        Instant dueAt,
        List<IncidentId> incidents,
        List<SiteId> affected,
        List<RestorationWay> ways,
        Optional<RestorationWay.Kind> plan,
        Status status,
        Optional<ReleaseId> fix,
        Optional<Instant> endedAt,
        List<SiteId> riskAccepted,
        Optional<Instant> fleetClearAt)
        implements WithRestoration {

    /** How it stands. */
    public enum Status {
        OPEN,
        /** A way was chosen. */
        PLANNED,
        FIX_CONTRIBUTED,
        FIX_IN_BETA,
        /** The fix is in production. */
        RESTORED,
        /** The criticality was lowered, with a second person's consent. */
        NOT_NEEDED;

        /** Whether it is still owed. */
        public boolean isOpen() {
            return this != RESTORED && this != NOT_NEEDED;
        }
    }

    public Restoration {
        incidents = List.copyOf(incidents);
        affected = List.copyOf(affected);
        ways = List.copyOf(ways);
        riskAccepted = List.copyOf(riskAccepted);
        Violations.of("Restoration")
                .unless(attempt >= 1, "attempt must be at least 1, was %d", attempt)
                .unless(!incidents.isEmpty(), "needs an incident")
                .unless(!brokenSince.isAfter(openedAt), "opened before it was broken")
                .unless(status.isOpen() == endedAt.isEmpty(), "status %s does not go with its end", status)
                .unless(status != Status.RESTORED || fix.isPresent(), "is restored by nothing")
                .throwIfAny();
    }

    /** The same restoration, owed for one more incident; unchanged if it is owed for it already. */
    public Restoration alsoFor(IncidentId incident) {
        if (incidents.contains(incident)) {
            return this;
        }
        List<IncidentId> all = new ArrayList<>(incidents);
        all.add(incident);
        return withIncidents(all);
    }

    /** The same restoration, with a fix that came nearer or fell away. */
    public Restoration moved(Status to, Optional<ReleaseId> with) {
        return new RestorationBuilder().from(this).status(to).fix(with).build();
    }

    /** The same restoration, ended by a release in production. */
    public Restoration restoredBy(ReleaseId release, Instant at) {
        return new RestorationBuilder()
                .from(this)
                .status(Status.RESTORED)
                .fix(release)
                .endedAt(at)
                .build();
    }

    /** The same restoration, found not to be needed. */
    public Restoration notNeeded(Instant at) {
        return new RestorationBuilder()
                .from(this)
                .status(Status.NOT_NEEDED)
                .fix(Optional.empty())
                .endedAt(at)
                .build();
    }

    /** The same restoration, with one more site that knowingly stays on the faulty release. */
    public Restoration riskAcceptedBy(SiteId site) {
        List<SiteId> all = new ArrayList<>(riskAccepted);
        all.add(site);
        return withRiskAccepted(all);
    }
}
