package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.RecordCheck;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.Wording;

/** Results of checks outside this library are taken down as they come; the rules make sense of them. */
final class Checks {

    private Checks() {}

    static Optional<Verdict> record(Draft draft, RecordCheck command) {
        CheckResult given = command.result();
        CheckResult result = new CheckResult(
                given.check(), given.outcome(), given.subject(), Ticks.truncate(given.at()), given.detail());
        if (draft.rollout().checks().contains(result)) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = new Guards("Record a check of", draft)
                .require(
                        draft.policy().checks().stream()
                                .anyMatch(each -> each.id().equals(result.check())),
                        "check-required",
                        "The policy asks for no check " + result.check() + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        !result.at().isAfter(draft.now()),
                        "check-made",
                        "A check made in the future, " + Wording.instant(result.at()) + ", says nothing.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.CheckRecorded(draft.now(), result, command.actor()));
        }
        return refusal;
    }
}
