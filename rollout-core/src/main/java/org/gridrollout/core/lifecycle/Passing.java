package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Retirement;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.sla.Excusal;
import org.gridrollout.core.sla.Excusals;
import org.jspecify.annotations.Nullable;

/**
 * What time alone brings about. Every step takes effect at the first instant it could, whenever somebody looks: looking
 * often, late or twice gives the same history.
 */
final class Passing {

    private Passing() {}

    /** Takes all steps due by the draft's instant, in the order of their instants. */
    static void advance(Draft draft, ReleaseId release) {
        Optional<Step> step = next(draft.rollout(release), draft.policy());
        while (step.isPresent() && !step.get().at().isAfter(draft.now())) {
            step.get().action().take(draft, release, step.get().at());
            step = next(draft.rollout(release), draft.policy());
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
        return next(rollout, policy).map(Step::at);
    }

    private interface Action {
        void take(Draft draft, ReleaseId release, Instant at);
    }

    private record Step(Instant at, Action action) {}

    /**
     * The step that is due first; at one instant obligations are warned of and end before holds escalate and periods end.
     */
    private static Optional<Step> next(Rollout rollout, RolloutPolicy policy) {
        Step first = null;
        for (Obligation each : rollout.obligations()) {
            if (each.isPending() && !stopped(rollout, each, policy)) {
                first = earlier(first, step(rollout, each));
            }
        }
        Optional<Instant> holdUntil = rollout.hold().flatMap(Hold::until);
        if (holdUntil.isPresent()) {
            first = earlier(
                    first,
                    new Step(
                            after(rollout, holdUntil.get()),
                            (draft, release, at) -> draft.record(release, new RolloutEvent.HoldEscalated(at))));
        }
        if (rollout.state() == RolloutState.ROLLING_OUT && rollout.observation().isPresent()) {
            first = earlier(
                    first, new Step(after(rollout, rollout.observation().get().dueAt()), Passing::periodOver));
        }
        if (rollout.state().isInProduction() && rollout.retirement().isPresent()) {
            first = earlier(first, retirement(rollout, rollout.retirement().get()));
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable Step earlier(@Nullable Step first, @Nullable Step other) {
        return first == null || (other != null && other.at().isBefore(first.at())) ? other : first;
    }

    private static Step step(Rollout rollout, Obligation obligation) {
        return obligation.warned() || !obligation.warnAt().isBefore(obligation.dueAt())
                ? new Step(
                        after(rollout, obligation.dueAt()), (draft, release, at) -> end(draft, release, obligation, at))
                : new Step(
                        Ticks.later(obligation.warnAt(), rollout.latestInstant()),
                        (draft, release, at) ->
                                draft.record(release, new SiteEvent.ObligationNearDue(at, obligation.id())));
    }

    /** Where the policy says so, what sites owe stands still with the rollout. */
    private static boolean stopped(Rollout rollout, Obligation obligation, RolloutPolicy policy) {
        return policy.periodsInHold() == RolloutPolicy.PeriodsInHold.STOP
                && rollout.hold()
                        .filter(each -> each.from() == RolloutState.ROLLING_OUT)
                        .isPresent()
                && Obligations.owedBySites().test(obligation);
    }

    private static @Nullable Step retirement(Rollout rollout, Retirement retirement) {
        return switch (retirement.phase()) {
            case ANNOUNCED ->
                new Step(
                        after(rollout, retirement.securitySupportUntil()),
                        (draft, release, at) -> draft.record(release, new RetirementEvent.SecuritySupportEnded(at)));
            case SECURITY_SUPPORT_ENDED ->
                new Step(
                        after(rollout, retirement.deadline()),
                        (draft, release, at) -> draft.record(release, new RetirementEvent.RetirementDue(at)));
            case DUE -> null;
        };
    }

    private static Instant after(Rollout rollout, Instant due) {
        return Ticks.later(Ticks.firstAfter(due), rollout.latestInstant());
    }

    /** Only what was declared by the due instant excuses, so that deciding late decides the same. */
    private static void end(Draft draft, ReleaseId release, Obligation obligation, Instant at) {
        Optional<Excusal> excusal = excusal(draft, obligation);
        ObligationOutcome outcome = excusal.isPresent()
                ? ObligationOutcome.EXCUSED
                : obligation.isKeptBySilence() ? ObligationOutcome.MET : ObligationOutcome.MISSED;
        String reason = excusal.map(Excusal::sentence).orElse("");
        draft.record(release, new SiteEvent.ObligationEnded(at, obligation.id(), outcome, reason));
    }

    private static Optional<Excusal> excusal(Draft draft, Obligation obligation) {
        if (!Obligations.owedBySites().test(obligation)) {
            return Optional.empty();
        }
        SiteId site = SiteId.of(obligation.debtor().name());
        List<Downtime> declared = draft.context().around().downtimesOf(site);
        return declared.isEmpty()
                ? Optional.empty()
                : Optional.of(Excusals.under(draft.policy().excusals())
                                .decide(site, obligation.startedAt(), obligation.dueAt(), declared))
                        .filter(Excusal::excused);
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
        boolean automatic = draft.policy().promotion() == RolloutPolicy.Promotion.AUTOMATIC;
        if (automatic && rollout.state() == RolloutState.GOOD) {
            opening(draft, rollout).ifPresent(at -> {
                Context context = draft.contextAt(at);
                draft.record(
                        release,
                        new RolloutEvent.PromotionDecided(
                                at,
                                Actor.SYSTEM,
                                context.judge(rollout, Gate.PROMOTION).findings(),
                                ChangeSets.intoProduction(rollout.release(), context.line(), draft.known(), at)));
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
