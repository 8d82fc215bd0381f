package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;

/**
 * What time alone brings about. Every step takes effect at the first instant it could, whenever somebody looks: looking
 * often, late or twice gives the same history.
 */
final class Passing {

    private Passing() {}

    /** Takes all steps due by the draft's instant, in the order of their instants. */
    static void advance(Draft draft, ReleaseId release) {
        Optional<Step> step = next(draft.rollout(release));
        while (step.isPresent() && !step.get().at().isAfter(draft.now())) {
            step.get().action().take(draft, release, step.get().at());
            step = next(draft.rollout(release));
        }
        promoteIfAutomatic(draft, release);
    }

    static Optional<Instant> nextDue(Rollout rollout, RolloutPolicy policy) {
        if (!rollout.pending().isEmpty()) {
            return Optional.of(rollout.pending().get(0).decidedAt());
        }
        if (rollout.state() == RolloutState.GOOD && policy.promotion() == RolloutPolicy.Promotion.AUTOMATIC) {
            return Optional.of(rollout.stateSince()); // something else may open the way at any time
        }
        return next(rollout).map(Step::at);
    }

    private interface Action {
        void take(Draft draft, ReleaseId release, Instant at);
    }

    private record Step(Instant at, Action action) {}

    /** The step that is due first; at one instant obligations end before holds escalate and periods end. */
    private static Optional<Step> next(Rollout rollout) {
        List<Step> steps = new ArrayList<>();
        for (Obligation each : rollout.obligations()) {
            if (each.isPending()) {
                steps.add(new Step(at(rollout, each.dueAt()), (draft, release, at) -> end(draft, release, each, at)));
            }
        }
        rollout.hold()
                .flatMap(hold -> hold.until())
                .ifPresent(until -> steps.add(new Step(
                        at(rollout, until),
                        (draft, release, at) -> draft.record(release, new RolloutEvent.HoldEscalated(at)))));
        if (rollout.state() == RolloutState.ROLLING_OUT) {
            rollout.observation()
                    .ifPresent(period -> steps.add(new Step(at(rollout, period.dueAt()), Passing::periodOver)));
        }
        return steps.stream().min(Comparator.comparing(Step::at));
    }

    private static Instant at(Rollout rollout, Instant due) {
        return Ticks.later(Ticks.firstAfter(due), rollout.latestInstant());
    }

    private static void end(Draft draft, ReleaseId release, Obligation obligation, Instant at) {
        boolean keptBySilence = obligation.duty() == Duty.REPORT && obligation.reporting() == Reporting.FAILURES_ONLY;
        ObligationOutcome outcome = keptBySilence ? ObligationOutcome.MET : ObligationOutcome.MISSED;
        draft.record(release, new RolloutEvent.ObligationEnded(at, obligation.id(), outcome));
    }

    private static void periodOver(Draft draft, ReleaseId release, Instant at) {
        Verdict verdict = Clearing.judge(draft.rollout(release), draft.contextAt(at));
        if (verdict.passes()) {
            draft.record(release, new RolloutEvent.Cleared(at, verdict.findings()));
        } else {
            draft.record(release, new RolloutEvent.FoundInconclusive(at, verdict.inWords(), verdict.mustAct()));
        }
    }

    private static void promoteIfAutomatic(Draft draft, ReleaseId release) {
        Rollout rollout = draft.rollout(release);
        boolean automatic = draft.context().policy().promotion() == RolloutPolicy.Promotion.AUTOMATIC;
        if (automatic && rollout.state() == RolloutState.GOOD) {
            opening(draft, rollout).ifPresent(at -> {
                Context context = draft.contextAt(at);
                draft.record(
                        release,
                        new RolloutEvent.PromotionDecided(
                                at,
                                Actor.SYSTEM,
                                context.judge(rollout, Gate.PROMOTION).findings(),
                                ChangeSets.intoProduction(rollout.release(), context.line(), at)));
            });
        }
    }

    /** The first instant since the release became good at which every rule passes, if it has come. */
    private static Optional<Instant> opening(Draft draft, Rollout rollout) {
        Instant at = rollout.latestInstant();
        while (true) {
            Verdict verdict = draft.contextAt(at).judge(rollout, Gate.PROMOTION);
            if (verdict.passes()) {
                return Optional.of(at);
            }
            Optional<Instant> until = verdict.until();
            if (until.isEmpty() || !until.get().isAfter(at) || until.get().isAfter(draft.now())) {
                return Optional.empty();
            }
            at = until.get();
        }
    }
}
