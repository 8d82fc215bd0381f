package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Emergency;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutBuilder;
import org.gridrollout.api.rollout.RolloutState;

/** The fold: what a rollout is after one more event. Copies what an event says and decides nothing. */
final class Evolution {

    private Evolution() {}

    static Rollout begin(RolloutEvent.Contributed event) {
        return new RolloutBuilder()
                .release(event.release())
                .state(RolloutState.CONTRIBUTED)
                .stateSince(event.at())
                .latestInstant(event.at())
                .obligations(event.obligations())
                .addPending(event.publication())
                .build();
    }

    static Rollout evolve(Rollout rollout, RolloutEvent event) {
        RolloutState to = target(rollout, event);
        if (!TransitionTable.permits(rollout.state(), event.type(), to)) {
            throw new IllegalStateException(
                    event.type() + " cannot happen to " + rollout.id() + ", which is " + rollout.state());
        }
        Rollout moved = rollout.state() == to
                ? rollout.withLatestInstant(Ticks.later(rollout.latestInstant(), event.at()))
                : rollout.into(to, event.at());
        return apply(moved, rollout.state(), event);
    }

    private static RolloutState target(Rollout rollout, RolloutEvent event) {
        if (event instanceof RolloutEvent.HoldReleased released) {
            return released.backTo();
        }
        if (event instanceof IncidentEvent.CriticalityLowered lowered) {
            return lowered.to();
        }
        return TransitionTable.next(rollout.state(), event.type());
    }

    private static Rollout apply(Rollout rollout, RolloutState from, RolloutEvent event) {
        if (event instanceof SiteEvent site) {
            return SiteEvolution.apply(rollout, site);
        } else if (event instanceof IncidentEvent incident) {
            return IncidentEvolution.apply(rollout, incident);
        } else if (event instanceof RestorationEvent restoration) {
            return RestorationEvolution.apply(rollout, restoration);
        } else if (event instanceof RetirementEvent retirement) {
            return RetirementEvolution.apply(rollout, retirement);
        } else if (event instanceof RolloutEvent.BetaPublished
                || event instanceof RolloutEvent.Refused
                || event instanceof RolloutEvent.PromotionAborted) {
            return rollout.withPending(List.of()); // it was the only one
        } else if (event instanceof RolloutEvent.Announced announced) {
            return rollout.withObservation(announced.observation())
                    .withObligations(plus(rollout.obligations(), announced.obligations()));
        } else if (event instanceof RolloutEvent.SitesAdded added) {
            return rollout.withObservation(added.observation())
                    .withObligations(plus(rollout.obligations(), added.obligations()));
        } else if (event instanceof RolloutEvent.Extended extended) {
            return rollout.withObservation(extended.observation())
                    .withObligations(plus(rollout.obligations(), extended.obligations()));
        } else if (event instanceof RolloutEvent.Deployed deployed) {
            return rollout.withDeployments(plus(rollout.deployments(), List.of(deployed.deployment())));
        } else if (event instanceof RolloutEvent.Undeployed gone) {
            return rollout.withDeployments(map(
                    rollout.deployments(),
                    each -> each.site().equals(gone.site()) && each.until().isEmpty(),
                    each -> new Deployment(each.site(), each.since(), Optional.of(gone.at()), each.basis())));
        } else if (event instanceof RolloutEvent.ReportedWorking reported) {
            return rollout.withReports(plus(rollout.reports(), List.of(reported.report())));
        } else if (event instanceof RolloutEvent.Held held) {
            return rollout.withHold(held.hold());
        } else if (event instanceof RolloutEvent.HoldReleased released
                && !released.longer().isZero()) {
            return prolonged(rollout, released.longer());
        } else if (event instanceof RolloutEvent.HoldEscalated) {
            return rollout.withHold(rollout.hold().map(Hold::escalated));
        } else if (event instanceof RolloutEvent.Waived waived) {
            return rollout.withWaivers(plus(rollout.waivers(), List.of(waived.waiver())));
        } else if (event instanceof RolloutEvent.Expedited expedited) {
            return rollout.withEmergency(new Emergency(expedited.by(), expedited.reason(), expedited.at()));
        } else if (event instanceof RolloutEvent.CheckRecorded recorded) {
            return rollout.withChecks(plus(rollout.checks(), List.of(recorded.result())));
        } else if (event instanceof RolloutEvent.PromotionDecided decided) {
            return rollout.withPending(plus(rollout.pending(), List.of(decided.publication())));
        } else if (event instanceof RolloutEvent.ProductionPublished published) {
            return rollout.withPending(published.betaRemoval().stream().toList());
        } else if (event instanceof RolloutEvent.RemovalPublished removed) {
            return rollout.withPending(without(rollout.pending(), removed.changeSet()));
        } else if (event instanceof RolloutEvent.RemovalAbandoned abandoned) {
            return rollout.withPending(without(rollout.pending(), abandoned.changeSet()));
        } else if (event instanceof RolloutEvent.Rejected rejected) {
            return rollout.withPending(
                    plus(rollout.pending(), rejected.betaRemoval().stream().toList()));
        } else if (event instanceof RolloutEvent.Withdrawn withdrawn) {
            // A beta publication still pending is not carried out any more: the removal revokes it.
            return rollout.withPending(withdrawn.betaRemoval().stream().toList());
        } else if (event instanceof RolloutEvent.Superseded superseded) {
            Rollout ended = rollout.withSupersededBy(superseded.by())
                    .withPending(plus(
                            rollout.pending(), superseded.betaRemoval().stream().toList()));
            return from == RolloutState.FAULTY
                    ? ended.withRestoration(
                            ended.restoration().map(each -> each.restoredBy(superseded.by(), superseded.at())))
                    : ended;
        }
        return rollout; // AnnouncedToNobody, FoundInconclusive, Cleared, HoldReleased change the state only
    }

    private static Rollout prolonged(Rollout rollout, Duration by) {
        return rollout.withObservation(rollout.observation()
                        .map(each ->
                                new Observation(each.startedAt(), each.dueAt().plus(by))))
                .withObligations(map(
                        rollout.obligations(),
                        each -> each.isPending() && Obligations.owedBySites().test(each),
                        each -> each.dueLater(each.dueAt().plus(by))));
    }

    private static List<PendingPublication> without(List<PendingPublication> pending, ChangeSetId done) {
        return pending.stream()
                .filter(each -> !each.changeSet().id().equals(done))
                .toList();
    }

    static <T> List<T> plus(List<T> list, List<T> more) {
        if (more.isEmpty()) {
            return list;
        }
        if (list.isEmpty()) {
            return more;
        }
        List<T> all = new ArrayList<>(list.size() + more.size());
        all.addAll(list);
        all.addAll(more);
        return all;
    }

    static <T> List<T> map(List<T> list, Predicate<T> which, UnaryOperator<T> how) {
        return list.stream()
                .map(each -> which.test(each) ? how.apply(each) : each)
                .toList();
    }
}
