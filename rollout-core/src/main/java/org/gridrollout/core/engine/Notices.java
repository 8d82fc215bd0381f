package org.gridrollout.core.engine;

import java.util.List;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.core.rule.Wording;

/** Who is told what when something happened. */
final class Notices {

    private Notices() {}

    /**
     * @param rollout the rollout after the event
     * @param ordinal the event's place in its decision, which tells apart what happens at one instant
     * @param team whoever owns the product
     */
    static List<Notice> of(Rollout rollout, RolloutEvent event, int ordinal, Party team) {
        Telling telling = new Telling(rollout, event, ordinal, team);
        if (event instanceof SiteEvent site) {
            SiteNotices.tell(telling, site);
        } else if (event instanceof IncidentEvent incident) {
            IncidentNotices.tell(telling, incident);
        } else if (event instanceof RestorationEvent restoration) {
            RestorationNotices.tell(telling, restoration);
        } else if (event instanceof RetirementEvent retirement) {
            RetirementNotices.tell(telling, retirement);
        } else {
            tell(telling, event);
        }
        return telling.notices();
    }

    private static void tell(Telling telling, RolloutEvent event) {
        String release = telling.release();
        if (event instanceof RolloutEvent.Contributed contributed) {
            remarks(telling, contributed.remarks());
        } else if (event instanceof RolloutEvent.Announced announced) {
            announce(telling, announced.obligations());
        } else if (event instanceof RolloutEvent.SitesAdded added) {
            announce(telling, added.obligations());
        } else if (event instanceof RolloutEvent.Extended extended) {
            announce(telling, extended.obligations());
        } else if (event instanceof RolloutEvent.Refused refused) {
            telling.toTeam(Topic.OUTCOME, release + " was refused: " + String.join(" ", refused.reasons()));
        } else if (event instanceof RolloutEvent.HoldEscalated) {
            telling.toMiddlewareUnit(Topic.OBLIGATION, "The hold on " + release + " has expired; decide it.");
        } else if (event instanceof RolloutEvent.FoundInconclusive inconclusive) {
            telling.toMiddlewareUnit(Topic.OUTCOME, release + " is inconclusive. " + inconclusive.reason());
            inconclusive.mustAct().stream()
                    .filter(each -> each.kind() == Party.Kind.SITE)
                    .forEach(each -> telling.toSite(
                            SiteId.of(each.name()), Topic.OBLIGATION, "Please deploy and report on " + release + "."));
        } else if (event instanceof RolloutEvent.Cleared) {
            telling.toConcerned(
                    Topic.CLEARANCE, release + " is good for wider deployment." + knownIssues(telling.rollout()));
        } else if (event instanceof RolloutEvent.PromotionAborted aborted) {
            telling.toMiddlewareUnit(
                    Topic.OUTCOME, release + " did not go to production: " + String.join(" ", aborted.reasons()));
        } else if (event instanceof RolloutEvent.ProductionPublished) {
            telling.toConcerned(Topic.CLEARANCE, release + " is in production." + knownIssues(telling.rollout()));
        } else if (event instanceof RolloutEvent.Rejected rejected) {
            telling.toConcerned(Topic.OUTCOME, release + " is rejected because of " + rejected.incident() + ".");
        } else if (event instanceof RolloutEvent.Withdrawn withdrawn) {
            telling.toConcerned(Topic.OUTCOME, release + " is withdrawn: " + withdrawn.reason());
        } else if (event instanceof RolloutEvent.Superseded superseded) {
            telling.toConcerned(Topic.OUTCOME, release + " is superseded by " + superseded.by() + ".");
        }
    }

    private static void remarks(Telling telling, List<String> remarks) {
        if (!remarks.isEmpty()) {
            String text = telling.release() + " was contributed. " + String.join(" ", remarks);
            telling.toMiddlewareUnit(Topic.REMARK, text);
            telling.toTeam(Topic.REMARK, text);
        }
    }

    private static void announce(Telling telling, List<Obligation> obligations) {
        for (Obligation each : obligations) {
            if (each.duty() == Duty.REPORT) {
                telling.to(
                        each.debtor(),
                        Topic.ANNOUNCEMENT,
                        telling.release() + " is in beta; please deploy it and report by "
                                + Wording.instant(each.dueAt()) + "." + knownIssues(telling.rollout()));
            }
        }
    }

    private static String knownIssues(Rollout rollout) {
        return rollout.knownIssues().isEmpty()
                ? ""
                : " Known issues: "
                        + Wording.list(
                                rollout.knownIssues(),
                                each -> each.id() + " (" + each.summary()
                                        + (each.workaround().isEmpty() ? "" : "; workaround: " + each.workaround())
                                        + ")")
                        + ".";
    }
}
