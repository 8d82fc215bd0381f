package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.PutOnHold;
import org.gridrollout.api.command.RolloutCommand.ReleaseHold;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.Wording;

/** Rollouts that stand still, and how they go on. */
final class Holding {

    private Holding() {}

    static Optional<Verdict> hold(Draft draft, PutOnHold command) {
        Optional<Verdict> refusal = new Guards("Hold", draft)
                .state(draft.rollout(), EventType.HELD)
                .require(
                        command.until().isAfter(draft.now()),
                        "hold-expires-later",
                        "A hold needs an expiry in the future, was " + Wording.instant(command.until()) + ".",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            Hold hold = new Hold(
                    draft.rollout().state(),
                    Party.MIDDLEWARE_UNIT,
                    command.reason(),
                    Optional.of(Ticks.truncate(command.until())),
                    true);
            draft.record(new RolloutEvent.Held(draft.now(), hold));
        }
        return refusal;
    }

    static Optional<Verdict> release(Draft draft, ReleaseHold command) {
        List<Incident> undecided = draft.rollout().undecidedIncidents();
        Optional<Verdict> refusal = new Guards("Release hold on", draft)
                .state(draft.rollout(), EventType.HOLD_RELEASED)
                .require(
                        undecided.isEmpty(),
                        "no-undecided-incident",
                        "Still to be decided: "
                                + Wording.list(undecided, each -> each.id().value()) + ".",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            goOn(draft, command.reason());
        }
        return refusal;
    }

    /** An undecided incident stops a release that beta offers. */
    static void holdForUndecided(Draft draft) {
        Rollout rollout = draft.rollout();
        List<Incident> undecided = rollout.undecidedIncidents();
        if (!undecided.isEmpty() && TransitionTable.permits(rollout.state(), EventType.HELD)) {
            String reason =
                    "to be decided: " + Wording.list(undecided, each -> each.id() + " (" + each.summary() + ")");
            draft.record(new RolloutEvent.Held(
                    draft.now(), new Hold(rollout.state(), Party.MIDDLEWARE_UNIT, reason, Optional.empty(), false)));
        }
    }

    /** The last decision ends a hold that incidents caused; one that the MU asked for goes on. */
    static void releaseIfDecided(Draft draft, String reason) {
        Rollout rollout = draft.rollout();
        boolean byIncident = rollout.hold().isPresent() && !rollout.hold().get().manual();
        if (byIncident && rollout.undecidedIncidents().isEmpty()) {
            goOn(draft, reason);
        }
    }

    private static void goOn(Draft draft, String reason) {
        RolloutState backTo = draft.rollout().hold().orElseThrow().from();
        draft.record(new RolloutEvent.HoldReleased(draft.now(), backTo, reason, longer(draft, backTo)));
        Clearing.clearIfPermitted(draft);
    }

    /** Where the policy stops periods in a hold, what sites owed then is owed later by as much. */
    private static Duration longer(Draft draft, RolloutState backTo) {
        return backTo == RolloutState.ROLLING_OUT && draft.policy().periodsInHold() == RolloutPolicy.PeriodsInHold.STOP
                ? Duration.between(draft.rollout().stateSince(), draft.now())
                : Duration.ZERO;
    }
}
