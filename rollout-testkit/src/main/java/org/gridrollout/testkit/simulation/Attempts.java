package org.gridrollout.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RestorationCommand;
import org.gridrollout.api.command.RetirementCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.command.SiteRegistryCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.rule.BuiltInRules;

/** Turns actions into commands; where an action needs something that is not there, nobody tries anything. */
final class Attempts {

    private final List<Rollout> rollouts;
    private final Optional<Rollout> faulty;
    private final Instant now;
    private final Stage installedFrom;

    /** @param installedFrom what filed incidents say of it */
    Attempts(List<Rollout> rollouts, Instant now, Stage installedFrom) {
        this.rollouts = rollouts;
        this.faulty = new Aim(rollouts).faulty();
        this.now = now;
        this.installedFrom = installedFrom;
    }

    Optional<Command> command(Action action, IncidentId next) {
        Rollout rollout = rollouts.get(action.release() % rollouts.size());
        ReleaseId release = rollout.id();
        int choice = action.choice();
        SiteId site = Cast.SITES.get(choice % Cast.SITES.size());
        return switch (action.kind()) {
            case ANNOUNCE ->
                Optional.of(
                        choice % 3 == 0
                                ? new RolloutCommand.Announce(release, Set.of(Cast.SITES.get(0)), Cast.MU)
                                : RolloutCommand.Announce.of(release, Cast.MU));
            case ANNOUNCE_TO_NOBODY -> Optional.of(new RolloutCommand.AnnounceToNobody(release, "on purpose", Cast.MU));
            case ADD_SITES -> Optional.of(new RolloutCommand.AddSites(release, Set.of(site), Cast.MU));
            case ACKNOWLEDGE -> Optional.of(new SiteCommand.Acknowledge(release, site, Cast.at(site)));
            case DECLINE -> Optional.of(new SiteCommand.Decline(release, site, "no hardware", Cast.at(site)));
            case DEPLOY -> Optional.of(new SiteCommand.ReportDeployment(release, site, Cast.at(site)));
            case UNDEPLOY -> Optional.of(new SiteCommand.ReportUndeployment(release, site, Cast.at(site)));
            case REPORT_WORKING -> Optional.of(new SiteCommand.ReportWorking(release, site, "fine", Cast.at(site)));
            case FILE_INCIDENT ->
                Optional.of(new IncidentCommand.FileIncident(
                        release, next, "broken", installedFrom, Optional.empty(), Cast.at(site)));
            case DECIDE, DISMISS, MARK_DUPLICATE, ASK, ANSWER, CLOSE_INCIDENT -> incident(action, rollout);
            case LOWER -> faulty.flatMap(Attempts::lower);
            case HOLD -> Optional.of(new RolloutCommand.PutOnHold(release, "wait", in(choice), Cast.MU));
            case RELEASE_HOLD -> Optional.of(new RolloutCommand.ReleaseHold(release, "go on", Cast.MU));
            case EXTEND ->
                Optional.of(new RolloutCommand.Extend(release, Duration.ofHours(1 + choice), "more time", Cast.MU));
            case WAIVE ->
                Optional.of(new RolloutCommand.Waive(
                        release,
                        choice % 2 == 0 ? BuiltInRules.ENOUGH_EXPOSURE : BuiltInRules.OBSERVATION_PERIOD_OVER,
                        pick(Scope.class, choice),
                        "tested",
                        now.plus(Duration.ofDays(30)),
                        Cast.MU));
            case WAIVE_OBLIGATION ->
                owedBySites(rollout, choice)
                        .map(each -> new SiteCommand.WaiveObligation(release, each.id(), "never mind", Cast.MU));
            case RECORD_MISSED_FAULT ->
                Optional.of(new SiteCommand.RecordMissedFault(release, site, "in its logs", Cast.MU));
            case CLEAR_EARLY -> Optional.of(new RolloutCommand.ClearEarly(release, Cast.MU));
            case EXPEDITE -> Optional.of(new RolloutCommand.Expedite(release, "urgent", Cast.MU));
            case PROMOTE -> Optional.of(new RolloutCommand.Promote(release, Cast.MU));
            case WITHDRAW -> Optional.of(new RolloutCommand.Withdraw(release, "mistake", Cast.PACKAGER));
            case CONSENT_TO_SUPERSEDE ->
                Optional.of(new RolloutCommand.ConsentToSupersede(
                        release, rollouts.get(choice % rollouts.size()).id(), Cast.MU));
            case PLAN_RESTORATION ->
                faulty.map(each -> new RestorationCommand.PlanRestoration(
                        each.id(), pick(RestorationWay.Kind.class, choice), "", Cast.MU));
            case ACCEPT_RISK -> Optional.of(acceptRisk(release, running(rollout).orElse(site)));
            case ANNOUNCE_RETIREMENT ->
                Optional.of(new RetirementCommand.AnnounceRetirement(
                        release, in(choice), in(choice).plus(Duration.ofHours(choice)), "end of life", Cast.MU));
            case RETIRE -> Optional.of(new RetirementCommand.Retire(release, "end of life", Cast.MU));
            case DECLARE_DOWNTIME ->
                Optional.of(new SiteRegistryCommand.DeclareDowntime(
                        DowntimeId.of("down-" + choice + "-" + action.release()),
                        site,
                        in(choice),
                        in(choice).plus(Duration.ofHours(1L + choice)),
                        "cooling",
                        Cast.at(site)));
            case LEAD_ON, CONTRIBUTE, CONTRIBUTE_FIX, PASS_TIME -> Optional.empty();
        };
    }

    private Optional<Command> incident(Action action, Rollout rollout) {
        List<Incident> incidents = rollout.incidents();
        if (incidents.isEmpty()) {
            return Optional.empty();
        }
        int choice = action.choice();
        Incident chosen = rollout.undecidedIncidents().stream()
                .findFirst()
                .filter(each -> choice % 4 != 0)
                .orElse(incidents.get(choice % incidents.size()));
        IncidentId incident = chosen.id();
        IncidentId other = incidents.get((choice / 7) % incidents.size()).id();
        return switch (action.kind()) {
            case DECIDE ->
                Optional.of(new IncidentCommand.DecideCriticality(
                        rollout.id(),
                        incident,
                        choice % 3 == 0 ? Criticality.CRITICAL : Criticality.NON_CRITICAL,
                        "looked at it",
                        "",
                        Cast.MU));
            case DISMISS ->
                Optional.of(new IncidentCommand.Dismiss(rollout.id(), incident, "a wrong setting", Cast.MU));
            case MARK_DUPLICATE ->
                incident.equals(other)
                        ? Optional.empty()
                        : Optional.of(new IncidentCommand.MarkDuplicate(rollout.id(), incident, other, Cast.MU));
            case ASK ->
                Optional.of(new IncidentCommand.AskForInformation(rollout.id(), incident, "how?", in(choice), Cast.MU));
            case ANSWER ->
                Optional.of(new IncidentCommand.ProvideInformation(
                        rollout.id(),
                        incident,
                        "so",
                        choice % 3 == 0 ? Cast.at(Cast.SITES.get(choice % Cast.SITES.size())) : chosen.filedBy()));
            case CLOSE_INCIDENT ->
                Optional.of(new IncidentCommand.CloseIncident(rollout.id(), incident, "done", Cast.MU));
            default -> Optional.empty();
        };
    }

    private static Command acceptRisk(ReleaseId release, SiteId site) {
        return new RestorationCommand.AcceptRisk(release, site, "not used here", Cast.at(site));
    }

    /** A site that runs it and has not accepted that. */
    private static Optional<SiteId> running(Rollout rollout) {
        return Cast.SITES.stream()
                .filter(rollout::isDeployedAt)
                .filter(each -> rollout.restoration()
                        .filter(restoration -> restoration.riskAccepted().contains(each))
                        .isEmpty())
                .findFirst();
    }

    private static Optional<Command> lower(Rollout faulty) {
        return faulty.criticalIncidents().stream()
                .findFirst()
                .map(each -> new IncidentCommand.LowerCriticality(
                        faulty.id(),
                        each.id(),
                        "not that bad",
                        each.loweringProposedBy().isEmpty() ? Cast.MU : Cast.SECOND));
    }

    private static Optional<Obligation> owedBySites(Rollout rollout, int choice) {
        List<Obligation> owed = rollout.obligations().stream()
                .filter(each -> each.debtor().kind() == Party.Kind.SITE)
                .toList();
        return owed.isEmpty() ? Optional.empty() : Optional.of(owed.get(choice % owed.size()));
    }

    private static <E extends Enum<E>> E pick(Class<E> type, int choice) {
        List<E> constants = List.copyOf(EnumSet.allOf(type));
        return constants.get(choice % constants.size());
    }

    private Instant in(int hours) {
        return now.plus(Duration.ofHours(1L + hours));
    }
}
