package org.gridrollout.core.lifecycle;

import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.ClearEarly;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Waive;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Waiver;
import org.gridrollout.api.spi.PromotionRule.Kind;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.BuiltInRules;
import org.gridrollout.core.rule.Wording;

/** How a release becomes good: by silence with exposure, by explicit reports, by waiver, or in an emergency. */
final class Clearing {

    private Clearing() {}

    static Optional<Verdict> waive(Draft draft, Waive command) {
        Optional<Kind> kind = draft.context().rules().kindOf(command.rule());
        boolean waivable = kind.isPresent() && (kind.get() == Kind.EVIDENCE || kind.get() == Kind.PROCESS);
        Optional<Verdict> refusal = new Guards("Waive " + command.rule() + " for", draft)
                .state(draft.rollout(), EventType.WAIVED)
                .require(kind.isPresent(), "rule-known", "There is no rule " + command.rule() + ".", Party.NOBODY)
                .require(
                        kind.isEmpty() || waivable,
                        "rule-waivable",
                        command.rule() + " protects decisions or the repository and cannot be waived.",
                        Party.NOBODY)
                .require(
                        command.expiresAt().isAfter(draft.now()),
                        "waiver-expires-later",
                        "A waiver needs an expiry in the future, was " + Wording.instant(command.expiresAt()) + ".",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.Waived(
                    draft.now(),
                    new Waiver(
                            command.rule(),
                            command.scope(),
                            command.actor(),
                            command.reason(),
                            draft.now(),
                            Ticks.truncate(command.expiresAt()))));
            clearIfPermitted(draft);
        }
        return refusal;
    }

    static Optional<Verdict> expedite(Draft draft, Expedite command) {
        if (draft.rollout().emergency().isPresent()) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = new Guards("Expedite", draft)
                .state(draft.rollout(), EventType.EXPEDITED)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.Expedited(draft.now(), command.actor(), command.reason()));
            clearIfPermitted(draft);
        }
        return refusal;
    }

    static Optional<Verdict> clearEarly(Draft draft, ClearEarly command) {
        Verdict verdict = judge(draft);
        Optional<Verdict> refusal = new Guards("Clear", draft)
                .state(draft.rollout(), EventType.CLEARED)
                .passes(verdict)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.Cleared(draft.now(), verdict.findings()));
        }
        return refusal;
    }

    /** An emergency or a waiver clears at once what only lacks the evidence it covers. */
    static void clearIfPermitted(Draft draft) {
        Rollout rollout = draft.rollout();
        boolean waived = rollout.waivers().stream()
                .anyMatch(each -> each.permits(BuiltInRules.ENOUGH_EXPOSURE, Gate.CLEARING, draft.now()));
        boolean permitted = rollout.emergency().isPresent() || (waived && rollout.state() == RolloutState.INCONCLUSIVE);
        if (permitted && TransitionTable.permits(rollout.state(), EventType.CLEARED)) {
            Verdict verdict = judge(draft);
            if (verdict.passes()) {
                draft.record(new RolloutEvent.Cleared(draft.now(), verdict.findings()));
            }
        }
    }

    /** Evidence and decisions, which make a release good; the other rules guard its promotion. */
    static Verdict judge(Draft draft) {
        return judge(draft.rollout(), draft.context());
    }

    static Verdict judge(Rollout rollout, Context context) {
        return context.judge(rollout, Gate.CLEARING);
    }

    /** The freeze window's finding alone, waivers taken into account. */
    static Verdict freeze(Draft draft) {
        Context context = draft.context();
        return context.rules()
                .judgeBy(BuiltInRules.NO_FREEZE_WINDOW, context.candidate(draft.rollout()), Gate.CLEARING);
    }
}
