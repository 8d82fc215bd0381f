package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.command.SiteCommand.Acknowledge;
import org.gridrollout.api.command.SiteCommand.Decline;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;

/** Rollout sites say whether they take part. The last answer of a site counts. */
final class Answers {

    private Answers() {}

    static Optional<Verdict> acknowledge(Draft draft, Acknowledge command) {
        SiteId site = command.site();
        Optional<Verdict> refusal = asked("Acknowledge", draft, site);
        if (refusal.isEmpty() && !answered(draft, site, Answer.Kind.ACCEPTED)) {
            draft.record(
                    new SiteEvent.Answered(draft.now(), site, new Answer(site, draft.now(), Answer.Kind.ACCEPTED, "")));
            Obligations.end(draft, Obligations.of(Duty.ACKNOWLEDGE, site), ObligationOutcome.MET);
        }
        return refusal;
    }

    /** Declining is an answer, given in time or late; what would have followed is not owed any more, and shows in coverage. */
    static Optional<Verdict> decline(Draft draft, Decline command) {
        SiteId site = command.site();
        Optional<Verdict> refusal = asked("Decline", draft, site);
        if (refusal.isEmpty() && !answered(draft, site, Answer.Kind.DECLINED)) {
            draft.record(new SiteEvent.Answered(
                    draft.now(), site, new Answer(site, draft.now(), Answer.Kind.DECLINED, command.reason())));
            Obligations.end(draft, Obligations.of(Duty.ACKNOWLEDGE, site), ObligationOutcome.MET);
            Obligations.end(
                    draft,
                    draft.rollout(),
                    Obligations.owedBySites().and(each -> each.debtor().equals(Party.site(site))),
                    ObligationOutcome.CANCELLED,
                    "declined: " + command.reason());
        }
        return refusal;
    }

    /** Whoever deploys or reports has answered by doing so. */
    static void byDeed(Draft draft, SiteId site) {
        boolean owed = draft.rollout().obligations().stream()
                .filter(Obligation::isPending)
                .anyMatch(Obligations.of(Duty.ACKNOWLEDGE, site));
        if (owed) {
            draft.record(
                    new SiteEvent.Answered(draft.now(), site, new Answer(site, draft.now(), Answer.Kind.ACCEPTED, "")));
            Obligations.end(draft, Obligations.of(Duty.ACKNOWLEDGE, site), ObligationOutcome.MET);
        }
    }

    private static Optional<Verdict> asked(String what, Draft draft, SiteId site) {
        return new Guards(what, draft)
                .require(
                        draft.rollout().obligations().stream().anyMatch(Obligations.of(Duty.REPORT, site)),
                        "site-asked",
                        draft.rollout().id() + " was not announced to " + site + ".",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
    }

    private static boolean answered(Draft draft, SiteId site, Answer.Kind kind) {
        return draft.rollout().answers().stream()
                .filter(each -> each.site().equals(site))
                .reduce((first, last) -> last)
                .filter(each -> each.kind() == kind)
                .isPresent();
    }
}
