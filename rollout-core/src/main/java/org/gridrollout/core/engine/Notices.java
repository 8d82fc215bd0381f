package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.rule.Wording;

/** Who is told what when something happened. Keys follow from release, event and recipient, so that replay gives the same. */
final class Notices {

    private final Rollout rollout;
    private final RolloutEvent event;
    private final Party team;
    private final List<Notice> notices = new ArrayList<>();

    private final int ordinal;

    private Notices(Rollout rollout, RolloutEvent event, int ordinal, Party team) {
        this.rollout = rollout;
        this.event = event;
        this.ordinal = ordinal;
        this.team = team;
    }

    /**
     * @param rollout the rollout after the event
     * @param ordinal the event's place in its decision, which tells apart what happens at one instant
     * @param team whoever owns the product
     */
    static List<Notice> of(Rollout rollout, RolloutEvent event, int ordinal, Party team) {
        Notices notices = new Notices(rollout, event, ordinal, team);
        notices.tell();
        return notices.notices;
    }

    private void tell() {
        String release = rollout.release().toString();
        if (event instanceof RolloutEvent.Announced announced) {
            announce(announced.obligations());
        } else if (event instanceof RolloutEvent.SitesAdded added) {
            announce(added.obligations());
        } else if (event instanceof RolloutEvent.Extended extended) {
            announce(extended.obligations());
        } else if (event instanceof RolloutEvent.Refused refused) {
            to(team, Topic.OUTCOME, release + " was refused: " + String.join(" ", refused.reasons()));
        } else if (event instanceof RolloutEvent.IncidentFiled filed) {
            incident(filed.incident(), filed.triage());
        } else if (event instanceof RolloutEvent.IncidentInherited inherited) {
            incident(inherited.incident(), inherited.triage());
        } else if (event instanceof RolloutEvent.CriticalityDecided decided) {
            toAll(
                    concerned(),
                    Topic.INCIDENT,
                    decided.incident() + " on " + release + " is " + decided.criticality() + ": " + decided.reason()
                            + (decided.workaround().isEmpty() ? "" : " Workaround: " + decided.workaround()));
        } else if (event instanceof RolloutEvent.ObligationEnded ended && ended.outcome() == ObligationOutcome.MISSED) {
            missed(ended);
        } else if (event instanceof RolloutEvent.HoldEscalated) {
            to(Party.MIDDLEWARE_UNIT, Topic.OBLIGATION, "The hold on " + release + " has expired; decide it.");
        } else if (event instanceof RolloutEvent.FoundInconclusive inconclusive) {
            to(Party.MIDDLEWARE_UNIT, Topic.OUTCOME, release + " is inconclusive. " + inconclusive.reason());
            inconclusive.mustAct().stream()
                    .filter(each -> each.kind() == Party.Kind.SITE)
                    .forEach(each -> to(each, Topic.OBLIGATION, "Please deploy and report on " + release + "."));
        } else if (event instanceof RolloutEvent.Cleared) {
            toAll(concerned(), Topic.CLEARANCE, release + " is good for wider deployment.");
        } else if (event instanceof RolloutEvent.ProductionPublished) {
            toAll(concerned(), Topic.CLEARANCE, release + " is in production.");
        } else if (event instanceof RolloutEvent.Rejected rejected) {
            toAll(concerned(), Topic.OUTCOME, release + " is rejected because of " + rejected.incident() + ".");
        } else if (event instanceof RolloutEvent.Withdrawn withdrawn) {
            toAll(concerned(), Topic.OUTCOME, release + " is withdrawn: " + withdrawn.reason());
        } else if (event instanceof RolloutEvent.Superseded superseded) {
            toAll(concerned(), Topic.OUTCOME, release + " is superseded by " + superseded.by() + ".");
        } else if (event instanceof RolloutEvent.FoundFaulty faulty) {
            String text = release + " is faulty; a restoring release is owed by "
                    + Wording.instant(faulty.restoration().dueAt()) + ".";
            to(Party.MIDDLEWARE_UNIT, Topic.RESTORATION, text);
            to(team, Topic.RESTORATION, text);
            faulty.restoration().affected().forEach(each -> to(Party.site(each), Topic.RESTORATION, text));
        } else if (event instanceof RolloutEvent.CriticalityLowered lowered) {
            toAll(
                    concerned(),
                    Topic.RESTORATION,
                    lowered.incident() + " on " + release + " is not critical after all.");
        }
    }

    private void announce(List<Obligation> obligations) {
        for (Obligation each : obligations) {
            if (each.duty() == Duty.REPORT) {
                to(
                        each.debtor(),
                        Topic.ANNOUNCEMENT,
                        rollout.release() + " is in beta; please deploy it and report by "
                                + Wording.instant(each.dueAt()) + ".");
            }
        }
    }

    private void incident(Incident incident, Obligation triage) {
        String text = incident.id() + " on " + rollout.release() + ", filed by " + incident.filedBy() + ": "
                + incident.summary();
        to(Party.MIDDLEWARE_UNIT, Topic.INCIDENT, text + " To be decided by " + Wording.instant(triage.dueAt()) + ".");
        to(team, Topic.INCIDENT, text);
    }

    private void missed(RolloutEvent.ObligationEnded ended) {
        rollout.obligations().stream()
                .filter(each -> each.id().equals(ended.obligation()))
                .forEach(each -> {
                    String text =
                            each.debtor() + " missed to " + each.duty().name().toLowerCase(Locale.ROOT) + " for "
                                    + rollout.release() + ", due " + Wording.instant(each.dueAt()) + ".";
                    to(each.debtor(), Topic.OBLIGATION, text);
                    to(Party.MIDDLEWARE_UNIT, Topic.OBLIGATION, text);
                });
    }

    /** The team, the sites asked, and those that run it. */
    private Set<Party> concerned() {
        Set<Party> concerned = new LinkedHashSet<>();
        concerned.add(team);
        Exposure.sitesAsked(rollout).forEach(each -> concerned.add(Party.site(each)));
        rollout.deployments().stream()
                .filter(each -> each.until().isEmpty())
                .forEach(each -> concerned.add(Party.site(each.site())));
        return concerned;
    }

    private void toAll(Set<Party> recipients, Topic topic, String text) {
        recipients.forEach(each -> to(each, topic, text));
    }

    private void to(Party recipient, Topic topic, String text) {
        String key = String.join(
                "|", rollout.id().value(), event.at().toString(), event.type() + "#" + ordinal, recipient.toString());
        if (notices.stream().noneMatch(each -> each.key().equals(key))) {
            notices.add(new Notice(key, topic, recipient, rollout.id(), text, event.at()));
        }
    }
}
