package org.gridrollout.core.engine;

import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.core.rule.Wording;

/** Who is told of problems. */
final class IncidentNotices {

    private IncidentNotices() {}

    static void tell(Telling telling, IncidentEvent event) {
        String release = telling.release();
        if (event instanceof IncidentEvent.IncidentFiled filed) {
            filed(telling, filed.incident(), filed.triage());
        } else if (event instanceof IncidentEvent.IncidentInherited inherited) {
            filed(telling, inherited.incident(), inherited.triage());
        } else if (event instanceof IncidentEvent.CriticalityDecided decided) {
            telling.toConcerned(
                    Topic.INCIDENT,
                    decided.incident() + " on " + release + " is " + decided.criticality() + ": " + decided.reason()
                            + (decided.workaround().isEmpty() ? "" : " Workaround: " + decided.workaround()));
        } else if (event instanceof IncidentEvent.LoweringProposed proposed) {
            telling.toMiddlewareUnit(
                    Topic.RESTORATION,
                    proposed.by() + " proposes to lower " + proposed.incident() + " on " + release + ": "
                            + proposed.reason() + " A second person has to agree.");
        } else if (event instanceof IncidentEvent.CriticalityLowered lowered) {
            telling.toConcerned(
                    Topic.RESTORATION, lowered.incident() + " on " + release + " is not critical after all.");
        } else if (event instanceof IncidentEvent.IncidentDismissed dismissed) {
            toFiler(
                    telling,
                    dismissed.incident(),
                    dismissed.incident() + " is no problem of " + release + ": " + dismissed.reason());
        } else if (event instanceof IncidentEvent.DuplicateMarked marked) {
            toFiler(
                    telling,
                    marked.incident(),
                    marked.incident() + " on " + release + " is the same as " + marked.original()
                            + ", which is decided for both.");
        } else if (event instanceof IncidentEvent.InformationAsked asked) {
            toFiler(
                    telling,
                    asked.incident(),
                    "The MU asks about " + asked.incident() + " on " + release + ": "
                            + asked.question().text() + " Please answer by "
                            + Wording.instant(asked.question().answerBy()) + "; it decides without afterwards.");
        } else if (event instanceof IncidentEvent.InformationProvided provided) {
            telling.toMiddlewareUnit(
                    Topic.INCIDENT,
                    provided.by() + " answers about " + provided.incident() + " on " + release + ": "
                            + provided.answer());
        } else if (event instanceof IncidentEvent.IncidentResolved resolved) {
            toFiler(
                    telling,
                    resolved.incident(),
                    resolved.incident() + " on " + release + " is resolved by " + resolved.by() + ".");
        }
    }

    private static void filed(Telling telling, Incident incident, Obligation triage) {
        String text = incident.id() + " on " + telling.release() + ", filed by " + incident.filedBy() + ": "
                + incident.summary();
        telling.toMiddlewareUnit(Topic.INCIDENT, text + " To be decided by " + Wording.instant(triage.dueAt()) + ".");
        telling.toTeam(Topic.INCIDENT, text);
    }

    private static void toFiler(Telling telling, IncidentId id, String text) {
        Actor filer = telling.rollout().incident(id).orElseThrow().filedBy();
        Party recipient = filer.role() == Role.SITE
                ? new Party(Party.Kind.SITE, filer.organisation())
                : filer.role() == Role.PRODUCT_TEAM
                        ? new Party(Party.Kind.PRODUCT_TEAM, filer.organisation())
                        : Party.MIDDLEWARE_UNIT;
        telling.to(recipient, Topic.INCIDENT, text);
    }
}
