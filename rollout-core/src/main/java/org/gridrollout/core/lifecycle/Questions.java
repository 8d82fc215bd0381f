package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.IncidentCommand.AskForInformation;
import org.gridrollout.api.command.IncidentCommand.ProvideInformation;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.Question;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.Wording;

/** The MU asks before it decides, up to a deadline; then it decides without. */
final class Questions {

    private Questions() {}

    static Optional<Verdict> handle(Draft draft, IncidentCommand command, Incident incident) {
        if (command instanceof AskForInformation ask) {
            return ask(draft, ask, incident);
        } else if (command instanceof ProvideInformation provide) {
            return provide(draft, provide, incident);
        }
        throw new IllegalArgumentException("unknown command " + command.getClass());
    }

    private static Optional<Verdict> ask(Draft draft, AskForInformation command, Incident incident) {
        Instant answerBy = Ticks.truncate(command.answerBy());
        Optional<Verdict> refusal = new Guards("Ask about " + incident.id() + " on", draft)
                .require(
                        incident.isUndecided(),
                        "incident-undecided",
                        incident.id() + " is decided; there is nothing to ask for.",
                        Party.NOBODY)
                .require(
                        answerBy.isAfter(draft.now()),
                        "answer-due-later",
                        "An answer needs a deadline in the future, was " + Wording.instant(answerBy) + ".",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            // Waiting for the answer does not eat up the MU's own time: it has all of it again afterwards.
            Instant triageDue =
                    draft.policy().ownCalendar().after(answerBy, draft.policy().triageWithin());
            draft.record(new IncidentEvent.InformationAsked(
                    draft.now(),
                    incident.id(),
                    new Question(command.question(), draft.now(), answerBy, Optional.empty()),
                    answer(draft, incident, answerBy),
                    Ticks.truncate(triageDue)));
        }
        return refusal;
    }

    private static Optional<Verdict> provide(Draft draft, ProvideInformation command, Incident incident) {
        boolean mayAnswer = command.actor().role() == Role.MIDDLEWARE_UNIT
                || (command.actor().role() == incident.filedBy().role()
                        && command.actor()
                                .organisation()
                                .equals(incident.filedBy().organisation()));
        Optional<Verdict> refusal = new Guards("Answer about " + incident.id() + " on", draft)
                .require(
                        incident.question().isPresent(),
                        "question-asked",
                        "Nothing was asked about " + incident.id() + ".",
                        Party.NOBODY)
                .require(
                        mayAnswer,
                        "speaks-for-filer",
                        command.actor() + " speaks neither for "
                                + incident.filedBy().organisation() + ", which filed " + incident.id()
                                + ", nor for the MU.",
                        Party.NOBODY)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new IncidentEvent.InformationProvided(
                    draft.now(), incident.id(), command.actor(), command.answer()));
            Obligations.end(draft, Obligations.about(Duty.ANSWER, incident.id().value()), ObligationOutcome.MET);
        }
        return refusal;
    }

    private static Optional<Obligation> answer(Draft draft, Incident incident, Instant answerBy) {
        Actor filer = incident.filedBy();
        Party debtor;
        if (filer.role() == Role.SITE) {
            debtor = new Party(Party.Kind.SITE, filer.organisation());
        } else if (filer.role() == Role.PRODUCT_TEAM) {
            debtor = new Party(Party.Kind.PRODUCT_TEAM, filer.organisation());
        } else {
            return Optional.empty();
        }
        String subject = incident.id().value();
        long round = Obligations.rounds(draft.rollout(), Duty.ANSWER, subject);
        Instant now = draft.now();
        return Optional.of(Obligation.pending(
                ObligationId.of(Obligations.id(Duty.ANSWER, subject, round)),
                Duty.ANSWER,
                debtor,
                subject,
                Reporting.EVERY_RELEASE,
                now,
                Ticks.threeQuarters(now, answerBy),
                answerBy));
    }
}
