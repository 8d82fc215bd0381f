package org.gridrollout.api.command;

import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.software.ReleaseId;

/** What sites say of a release, and what the MU records of what they owe. A site speaks only for itself. */
public sealed interface SiteCommand extends RolloutCommand {

    /** A rollout site takes the announcement note of, and will deploy. */
    record Acknowledge(ReleaseId releaseId, SiteId site, Actor actor) implements SiteCommand {}

    /** A rollout site does not take part this time, so that the MU can ask another one early. */
    record Decline(ReleaseId releaseId, SiteId site, String reason, Actor actor) implements SiteCommand {
        public Decline {
            Reason.require("Decline", reason);
        }
    }

    /** A site says that it runs the release. */
    record ReportDeployment(ReleaseId releaseId, SiteId site, Actor actor) implements SiteCommand {}

    /** A site says that it no longer runs the release. */
    record ReportUndeployment(ReleaseId releaseId, SiteId site, Actor actor) implements SiteCommand {}

    /**
     * A site says that the release works for it.
     *
     * @param comment what it tried; may be empty
     */
    record ReportWorking(ReleaseId releaseId, SiteId site, String comment, Actor actor) implements SiteCommand {}

    /** The MU lets go what a site or a team still owes. What the MU itself owes cannot be waived. */
    record WaiveObligation(ReleaseId releaseId, ObligationId obligation, String reason, Actor actor)
            implements SiteCommand {
        public WaiveObligation {
            Reason.require("WaiveObligation", reason);
        }
    }

    /**
     * The MU records that a fault was there at a site all the time and the site was silent: what silence had kept is
     * counted anew as missed. The old outcome stays on record.
     */
    record RecordMissedFault(ReleaseId releaseId, SiteId site, String evidence, Actor actor) implements SiteCommand {
        public RecordMissedFault {
            Reason.require("RecordMissedFault", evidence);
        }
    }
}
