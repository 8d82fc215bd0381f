package org.gridrollout.api.command;

import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.software.ReleaseId;

/** What follows a critical incident in production. */
public sealed interface RestorationCommand extends RolloutCommand {

    /**
     * The MU chooses how to restore what a faulty release broke, and who does it.
     *
     * @param way one of the ways the restoration lists
     * @param note what was agreed; may be empty
     */
    record PlanRestoration(ReleaseId releaseId, RestorationWay.Kind way, String note, Actor actor)
            implements RestorationCommand {}

    /** A site knowingly stays on a faulty release, so that the fleet does not wait for it. */
    record AcceptRisk(ReleaseId releaseId, SiteId site, String reason, Actor actor) implements RestorationCommand {
        public AcceptRisk {
            Reason.require("AcceptRisk", reason);
        }
    }
}
