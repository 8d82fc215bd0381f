package org.gridrollout.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.testkit.simulation.Action.Kind;

/**
 * Points actions at what they make sense for, so that stories go on to their ends: mostly, since not everything that people
 * try makes sense.
 *
 * @param rollouts all there are, oldest first
 */
record Aim(List<Rollout> rollouts) {

    /** The action with a release, and where it only says to go on, with a kind. */
    Action at(Action action) {
        if (action.kind() == Kind.LEAD_ON) {
            return leadOn(action);
        } else if (action.choice() % 5 == 0) {
            return action;
        } else if (action.kind() == Kind.CONTRIBUTE && faulty().isPresent()) {
            // A release that has nothing to do with the fault would take the place of the fix.
            return fixIsDue() ? action.with(Kind.CONTRIBUTE_FIX) : leadOn(action);
        }
        OptionalInt fitting = first(fitting(action.kind(), action.choice()));
        return fitting.isPresent() ? action.on(fitting.getAsInt()) : action;
    }

    /** The release that is faulty now, if one is. */
    Optional<Rollout> faulty() {
        return rollouts.stream()
                .filter(each -> each.state() == RolloutState.FAULTY)
                .findFirst();
    }

    private Action leadOn(Action action) {
        List<Action> steps = new ArrayList<>();
        for (int i = 0; i < rollouts.size(); i++) {
            for (Kind each : steps(rollouts.get(i))) {
                steps.add(action.with(each).on(i));
            }
        }
        if (rollouts.stream().noneMatch(each -> each.state().isBeforeProduction()) && faulty().isEmpty()) {
            steps.add(action.with(Kind.CONTRIBUTE));
        }
        return steps.isEmpty() ? action.with(Kind.PASS_TIME) : steps.get(action.choice() / 3 % steps.size());
    }

    private List<Kind> steps(Rollout rollout) {
        List<Kind> steps = new ArrayList<>();
        if (isAsked(rollout)) {
            steps.add(Kind.ANSWER);
        } else if (!rollout.undecidedIncidents().isEmpty()) {
            steps.add(Kind.DECIDE);
        }
        if (lingers(rollout)) {
            steps.add(Kind.ACCEPT_RISK);
        }
        steps.addAll(
                switch (rollout.state()) {
                    case IN_BETA -> List.of(Kind.ANNOUNCE);
                    case ROLLING_OUT ->
                        List.of(Kind.DEPLOY, Kind.DEPLOY, Kind.REPORT_WORKING, Kind.EXPEDITE, Kind.PASS_TIME);
                    case HELD -> List.of(Kind.RELEASE_HOLD);
                    case INCONCLUSIVE -> List.of(Kind.EXTEND, Kind.WAIVE);
                    case GOOD -> List.of(Kind.PROMOTE);
                    case IN_PRODUCTION ->
                        List.of(
                                Kind.DEPLOY,
                                Kind.FILE_INCIDENT,
                                rollout.retirement().isPresent() ? Kind.RETIRE : Kind.ANNOUNCE_RETIREMENT);
                    case FAULTY ->
                        fixIsDue()
                                ? List.of(Kind.PLAN_RESTORATION, Kind.CONTRIBUTE_FIX, Kind.LOWER, Kind.LOWER)
                                : List.of(Kind.PASS_TIME);
                    default -> List.of();
                });
        return steps;
    }

    private static Predicate<Rollout> fitting(Kind kind, int choice) {
        return switch (kind) {
            case ANNOUNCE -> in(RolloutState.IN_BETA);
            case REPORT_WORKING, EXPEDITE -> in(RolloutState.ROLLING_OUT);
            case DEPLOY -> in(choice % 2 == 0 ? RolloutState.IN_PRODUCTION : RolloutState.ROLLING_OUT);
            case PROMOTE -> in(RolloutState.GOOD);
            case RETIRE -> in(RolloutState.IN_PRODUCTION);
            case FILE_INCIDENT -> choice % 2 == 0 ? in(RolloutState.IN_PRODUCTION) : each -> false;
            case DECIDE, ASK -> each -> !each.undecidedIncidents().isEmpty();
            case ANSWER -> Aim::isAsked;
            case ACCEPT_RISK -> each -> lingers(each) || each.state() == RolloutState.FAULTY;
            default -> each -> false;
        };
    }

    private static Predicate<Rollout> in(RolloutState state) {
        return each -> each.state() == state;
    }

    private OptionalInt first(Predicate<Rollout> fitting) {
        return IntStream.range(0, rollouts.size())
                .filter(each -> fitting.test(rollouts.get(each)))
                .findFirst();
    }

    private boolean fixIsDue() {
        return rollouts.stream()
                .noneMatch(each ->
                        each.release().restores().isPresent() && each.state().isBeforeProduction());
    }

    /** Somebody waits for an answer. */
    private static boolean isAsked(Rollout rollout) {
        return rollout.incidents().stream().anyMatch(each -> each.status() == Incident.Status.NEEDS_INFO);
    }

    /** Its function was restored, and sites still run it. */
    private static boolean lingers(Rollout rollout) {
        return rollout.restoration()
                .filter(each -> each.status() == Restoration.Status.RESTORED)
                .filter(each -> each.fleetClearAt().isEmpty())
                .isPresent();
    }
}
