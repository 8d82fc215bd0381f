package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RetirementCommand;
import org.gridrollout.api.command.RetirementCommand.AnnounceRetirement;
import org.gridrollout.api.command.RetirementCommand.Retire;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Retirement;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.Wording;

/** A release goes out of support in three steps that sites hear of: start, end of security support, deadline. */
final class Retiring {

    private Retiring() {}

    static Optional<Verdict> handle(Draft draft, RetirementCommand command) {
        if (command instanceof AnnounceRetirement announce) {
            return announce(draft, announce);
        } else if (command instanceof Retire retire) {
            return retire(draft, retire);
        }
        throw new IllegalArgumentException("unknown command " + command.getClass());
    }

    private static Optional<Verdict> announce(Draft draft, AnnounceRetirement command) {
        Instant support = Ticks.truncate(command.securitySupportUntil());
        Instant deadline = Ticks.truncate(command.deadline());
        Duration grace = draft.policy().retirementGrace();
        Optional<Verdict> refusal = new Guards("Announce the retirement of", draft)
                .state(draft.rollout(), EventType.RETIREMENT_ANNOUNCED)
                .require(
                        support.isAfter(draft.now()),
                        "support-ends-later",
                        "Security support has to end in the future, was " + Wording.instant(support) + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        !deadline.isAfter(support.plus(grace)),
                        "deadline-within-grace",
                        "The deadline has to be at most " + grace.toDays()
                                + " days after security support ends: nobody should run for longer what nobody mends.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            Retirement retirement = new Retirement(
                    command.actor(), draft.now(), support, deadline, command.reason(), Retirement.Phase.ANNOUNCED);
            boolean said = draft.rollout()
                    .retirement()
                    .filter(each -> each.securitySupportUntil().equals(support)
                            && each.deadline().equals(deadline)
                            && each.reason().equals(command.reason()))
                    .isPresent();
            if (!said) {
                draft.record(new RetirementEvent.RetirementAnnounced(draft.now(), retirement));
            }
        }
        return refusal;
    }

    private static Optional<Verdict> retire(Draft draft, Retire command) {
        Optional<Retirement> announced = draft.rollout().retirement();
        List<String> needing = draft.context().needing();
        Optional<Verdict> refusal = new Guards("Retire", draft)
                .state(draft.rollout(), EventType.RETIRED)
                .require(
                        announced.isPresent(),
                        "retirement-announced",
                        "Its retirement was never announced.",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        announced.isEmpty() || announced.get().phase() == Retirement.Phase.DUE,
                        "deadline-passed",
                        "Sites have until "
                                + announced
                                        .map(each -> Wording.instant(each.deadline()))
                                        .orElse("") + ".",
                        Party.NOBODY)
                .require(needing.isEmpty(), "nothing-needs-it", String.join(" ", needing), Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RetirementEvent.Retired(
                    draft.now(),
                    command.actor(),
                    command.reason(),
                    ChangeSets.outOfProduction(draft.release(), draft.now())));
            Obligations.end(draft, Obligations.owedBySites(), ObligationOutcome.CANCELLED);
        }
        return refusal;
    }
}
