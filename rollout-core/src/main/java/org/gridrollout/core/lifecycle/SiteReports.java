package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteCommand.ReportUndeployment;
import org.gridrollout.api.command.SiteCommand.ReportWorking;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.evidence.Exposure;

/** What sites say of a release besides its problems. Saying the same twice is saying it once. */
final class SiteReports {

    private SiteReports() {}

    static Optional<Verdict> deployed(Draft draft, ReportDeployment command) {
        SiteId site = command.site();
        if (draft.rollout().isDeployedAt(site)) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = visible("Report deployment of", draft);
        if (refusal.isEmpty()) {
            leaveOthers(draft, site);
            draft.record(new RolloutEvent.Deployed(
                    draft.now(), new Deployment(site, draft.now(), Optional.empty(), basis(draft.rollout(), site))));
            Answers.byDeed(draft, site);
            Obligations.end(draft, Obligations.of(Duty.DEPLOY, site), ObligationOutcome.MET);
        }
        return refusal;
    }

    static Optional<Verdict> undeployed(Draft draft, ReportUndeployment command) {
        if (draft.rollout().isDeployedAt(command.site())) {
            draft.record(new RolloutEvent.Undeployed(draft.now(), command.site()));
        }
        return Optional.empty();
    }

    static Optional<Verdict> working(Draft draft, ReportWorking command) {
        boolean saidBefore = draft.rollout().reports().stream()
                .anyMatch(each ->
                        each.site().equals(command.site()) && each.comment().equals(command.comment()));
        if (saidBefore) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = visible("Report on", draft);
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.ReportedWorking(
                    draft.now(), new SiteReport(command.site(), draft.now(), command.comment())));
            Answers.byDeed(draft, command.site());
            Obligations.end(draft, Obligations.of(Duty.REPORT, command.site()), ObligationOutcome.MET);
        }
        return refusal;
    }

    /** What a site installs takes the place of what it ran of the product, also of releases that have ended. */
    private static void leaveOthers(Draft draft, SiteId site) {
        for (Rollout each : draft.known()) {
            if (!each.id().equals(draft.rollout().id())
                    && each.isDeployedAt(site)
                    && ProductLines.covers(draft.rollout(), each)) {
                draft.record(each.id(), new RolloutEvent.Undeployed(draft.now(), site));
            }
        }
    }

    private static Optional<Verdict> visible(String what, Draft draft) {
        RolloutState state = draft.rollout().state();
        return new Guards(what, draft)
                .require(
                        state != RolloutState.CONTRIBUTED && state != RolloutState.REFUSED,
                        "release-visible",
                        "No repository ever offered " + draft.rollout().id() + ", which is " + state + ".",
                        Party.NOBODY)
                .refusal();
    }

    private static Deployment.Basis basis(Rollout rollout, SiteId site) {
        if (rollout.state().isInProduction()) {
            return Deployment.Basis.PRODUCTION;
        }
        return Exposure.sitesAsked(rollout).contains(site) ? Deployment.Basis.ASKED : Deployment.Basis.OWN_RISK;
    }
}
