package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RestorationCommand;
import org.gridrollout.api.command.RestorationCommand.AcceptRisk;
import org.gridrollout.api.command.RestorationCommand.PlanRestoration;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RestorationBuilder;
import org.gridrollout.api.rollout.Restored;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.verdict.Verdict;

/** From a critical incident in production to a fleet that no longer runs the faulty release. */
final class Restorations {

    private Restorations() {}

    static Optional<Verdict> handle(Draft draft, RestorationCommand command) {
        if (command instanceof PlanRestoration plan) {
            return plan(draft, plan);
        } else if (command instanceof AcceptRisk accept) {
            return acceptRisk(draft, accept);
        }
        throw new IllegalArgumentException("unknown command " + command.getClass());
    }

    /** A release in production is found faulty. If it was itself a fix, service has been broken since the first fault. */
    static void open(Draft draft, IncidentId incident) {
        Instant now = draft.now();
        Rollout rollout = draft.rollout();
        Optional<Restored> restored = rollout.restored();
        Obligation owed = Obligations.ofMiddlewareUnit(
                draft.policy(),
                Duty.RESTORE,
                incident.value(),
                now,
                draft.policy().restoreWithin(),
                Obligations.rounds(rollout, Duty.RESTORE, incident.value())); // lowered since, and critical after all
        Restoration restoration = new RestorationBuilder()
                .owner(Party.MIDDLEWARE_UNIT)
                .attempt(restored.map(each -> each.attempt() + 1).orElse(1))
                .brokenSince(restored.map(Restored::brokenSince).orElse(now))
                .reopens(restored.map(Restored::faulty))
                .openedAt(now)
                .dueAt(owed.dueAt())
                .addIncidents(incident)
                .affected(affected(rollout))
                .ways(RestorationWays.of(draft))
                .status(Restoration.Status.OPEN)
                .build();
        draft.record(new RestorationEvent.FoundFaulty(now, restoration, owed));
    }

    /** Lets restorations follow their fixes, and ends those whose fleet is clear. Called after every step. */
    static void follow(Draft draft) {
        for (Rollout each : draft.known()) {
            if (each.restoration().isPresent()) {
                follow(draft, each, each.restoration().get());
            }
        }
    }

    private static void follow(Draft draft, Rollout rollout, Restoration restoration) {
        if (rollout.state() == RolloutState.FAULTY) {
            Optional<Rollout> fix = fixOf(draft, rollout);
            Restoration.Status status = fix.isPresent()
                    ? fix.get().state() == RolloutState.CONTRIBUTED
                            ? Restoration.Status.FIX_CONTRIBUTED
                            : Restoration.Status.FIX_IN_BETA
                    : restoration.plan().isPresent() ? Restoration.Status.PLANNED : Restoration.Status.OPEN;
            if (status != restoration.status() || !fix.map(Rollout::id).equals(restoration.fix())) {
                draft.record(
                        rollout.id(), new RestorationEvent.RestorationMoved(draft.now(), status, fix.map(Rollout::id)));
            }
        } else if (restoration.status() == Restoration.Status.RESTORED
                && restoration.fleetClearAt().isEmpty()
                && runningUnaware(rollout, restoration).isEmpty()) {
            draft.record(rollout.id(), new RestorationEvent.FleetCleared(draft.now()));
        }
    }

    /** The release on its way to production that says it restores the faulty one; the one furthest ahead. */
    private static Optional<Rollout> fixOf(Draft draft, Rollout faulty) {
        return draft.known().stream()
                .filter(each ->
                        each.release().restores().filter(faulty.id()::equals).isPresent())
                .filter(each -> !each.state().isTerminal() && !each.state().isInProduction())
                .max(Comparator.comparing(each -> each.state() != RolloutState.CONTRIBUTED));
    }

    private static List<SiteId> runningUnaware(Rollout rollout, Restoration restoration) {
        return rollout.deployments().stream()
                .filter(each -> each.until().isEmpty())
                .map(Deployment::site)
                .filter(each -> !restoration.riskAccepted().contains(each))
                .toList();
    }

    private static Optional<Verdict> plan(Draft draft, PlanRestoration command) {
        Optional<Restoration> restoration = draft.rollout().restoration();
        boolean listed = restoration.isPresent()
                && restoration.get().ways().stream().anyMatch(each -> each.kind() == command.way());
        Optional<Verdict> refusal = new Guards("Plan restoration of", draft)
                .state(draft.rollout(), EventType.RESTORATION_PLANNED)
                .require(
                        restoration.isEmpty() || listed,
                        "way-listed",
                        command.way() + " is no way to restore this release.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()
                && restoration
                        .orElseThrow()
                        .plan()
                        .filter(command.way()::equals)
                        .isEmpty()) {
            draft.record(new RestorationEvent.RestorationPlanned(
                    draft.now(), command.way(), command.note(), command.actor()));
        }
        return refusal;
    }

    private static Optional<Verdict> acceptRisk(Draft draft, AcceptRisk command) {
        Optional<Restoration> restoration = draft.rollout().restoration();
        if (restoration.isPresent() && restoration.get().riskAccepted().contains(command.site())) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = new Guards("Accept the risk of", draft)
                .require(
                        restoration.isPresent(),
                        "restoration-opened",
                        draft.rollout().id() + " was never found faulty.",
                        Party.NOBODY)
                .require(
                        draft.rollout().isDeployedAt(command.site()),
                        "site-runs-it",
                        command.site() + " does not run " + draft.rollout().id() + ".",
                        Party.site(command.site()))
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(
                    new RestorationEvent.RiskAccepted(draft.now(), command.site(), command.actor(), command.reason()));
        }
        return refusal;
    }

    /** Sites that run it now; those at their own risk are told first. */
    private static List<SiteId> affected(Rollout rollout) {
        return rollout.deployments().stream()
                .filter(each -> each.until().isEmpty())
                .sorted(Comparator.comparing(each -> each.basis() != Deployment.Basis.OWN_RISK))
                .map(Deployment::site)
                .toList();
    }
}
