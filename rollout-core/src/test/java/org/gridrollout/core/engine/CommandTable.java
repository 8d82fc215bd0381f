package org.gridrollout.core.engine;

import static org.gridrollout.core.engine.Speaker.ITS_SITE;
import static org.gridrollout.core.engine.Speaker.ITS_TEAM;
import static org.gridrollout.core.engine.Speaker.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RestorationCommand;
import org.gridrollout.api.command.RetirementCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.command.SiteRegistryCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.RuleId;

/** Every command there is, an example of each, and who may give it. A new command needs a row here. */
final class CommandTable {

    static final TeamId TEAM = TeamId.of("voms-team");
    static final SiteId SITE = SiteId.of("CERN-PROD");
    static final Product PRODUCT = new Product(ProductId.of("voms"), TEAM, Set.of("voms"));

    private static final Platform PLATFORM = Platform.parse("el9/x86_64");
    private static final ReleaseId RELEASE = ReleaseId.of("voms-2.1.0");
    private static final IncidentId INCIDENT = IncidentId.of("GGUS-1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Sha256 CONTENT = new Sha256("0123456789abcdef".repeat(4));

    private static final Set<Speaker> NOBODY = EnumSet.noneOf(Speaker.class);
    private static final Set<Speaker> ANYBODY_OUTSIDE = EnumSet.complementOf(EnumSet.of(Speaker.ENGINE));

    /**
     * One kind of command.
     *
     * @param example such a command about {@link #PRODUCT} and {@link #SITE}, given by whomever
     * @param may who may give it
     */
    record Row(Function<Actor, Command> example, Set<Speaker> may) {

        Class<? extends Command> type() {
            return example.apply(MU.actor()).getClass();
        }

        @Override
        public String toString() {
            return type().getSimpleName();
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(registry());
        rows.addAll(rollout());
        rows.addAll(engine());
        rows.addAll(sites());
        rows.addAll(incidents());
        rows.addAll(afterwards());
        return rows;
    }

    private static List<Row> registry() {
        DowntimeId downtime = DowntimeId.of("D1");
        Enrolment enrolment =
                new Enrolment(SITE, PRODUCT.id(), Sla.failuresWithin(Duration.ofDays(7)), NOON, Optional.empty());
        return List.of(
                row(actor -> new RegistryCommand.RegisterProduct(PRODUCT, actor), MU),
                row(actor -> new RegistryCommand.RegisterSite(new Site(SITE, "mail"), actor), MU),
                row(actor -> new RegistryCommand.Enrol(enrolment, actor), MU),
                row(actor -> new RegistryCommand.EndEnrolment(SITE, PRODUCT.id(), NOON, actor), MU),
                row(
                        actor -> new SiteRegistryCommand.DeclareDowntime(
                                downtime, SITE, NOON, NOON.plusSeconds(60), "why", actor),
                        MU,
                        ITS_SITE),
                row(actor -> new SiteRegistryCommand.CancelDowntime(downtime, SITE, actor), MU, ITS_SITE),
                row(
                        actor -> new SiteRegistryCommand.ReportVersions(
                                SITE, PLATFORM, Map.of("voms", nevra().evr()), actor),
                        MU,
                        ITS_SITE));
    }

    private static List<Row> rollout() {
        RuleId rule = RuleId.of("installs");
        CheckResult result = new CheckResult(rule, CheckResult.Outcome.PASSED, CONTENT, NOON, "");
        return List.of(
                row(actor -> new RolloutCommand.Contribute(release(), actor), MU, ITS_TEAM),
                row(actor -> new RolloutCommand.Withdraw(RELEASE, "why", actor), MU, ITS_TEAM),
                row(actor -> RolloutCommand.Announce.of(RELEASE, actor), MU),
                row(actor -> new RolloutCommand.AnnounceToNobody(RELEASE, "why", actor), MU),
                row(actor -> new RolloutCommand.PutOnHold(RELEASE, "why", NOON, actor), MU),
                row(actor -> new RolloutCommand.ReleaseHold(RELEASE, "why", actor), MU),
                row(actor -> new RolloutCommand.Extend(RELEASE, Duration.ofDays(2), "why", actor), MU),
                row(actor -> new RolloutCommand.AddSites(RELEASE, Set.of(SITE), actor), MU),
                row(actor -> new RolloutCommand.Waive(RELEASE, rule, Scope.EVERYWHERE, "why", NOON, actor), MU),
                row(actor -> new RolloutCommand.ClearEarly(RELEASE, actor), MU),
                row(actor -> new RolloutCommand.Expedite(RELEASE, "why", actor), MU),
                row(actor -> new RolloutCommand.Promote(RELEASE, actor), MU),
                row(actor -> new RolloutCommand.ConsentToSupersede(RELEASE, ReleaseId.of("voms-2"), actor), MU),
                row(actor -> new RolloutCommand.RecordCheck(RELEASE, result, actor), MU));
    }

    private static List<Row> engine() {
        ChangeSetId changeSet = ChangeSetId.of("voms-2.1.0:beta:1");
        return List.of(
                new Row(actor -> new RolloutCommand.ConfirmPublication(RELEASE, changeSet, 1, actor), NOBODY),
                new Row(
                        actor -> new RolloutCommand.AbortPublication(RELEASE, changeSet, List.of("why"), actor),
                        NOBODY));
    }

    private static List<Row> sites() {
        ObligationId obligation = ObligationId.of("report:" + SITE);
        return List.of(
                row(actor -> new SiteCommand.Acknowledge(RELEASE, SITE, actor), ITS_SITE),
                row(actor -> new SiteCommand.Decline(RELEASE, SITE, "why", actor), ITS_SITE),
                row(actor -> new SiteCommand.ReportDeployment(RELEASE, SITE, actor), ITS_SITE),
                row(actor -> new SiteCommand.ReportUndeployment(RELEASE, SITE, actor), ITS_SITE),
                row(actor -> new SiteCommand.ReportWorking(RELEASE, SITE, "fine", actor), ITS_SITE),
                row(actor -> new SiteCommand.WaiveObligation(RELEASE, obligation, "why", actor), MU),
                row(actor -> new SiteCommand.RecordMissedFault(RELEASE, SITE, "why", actor), MU));
    }

    private static List<Row> incidents() {
        IncidentId other = IncidentId.of("GGUS-2");
        return List.of(
                new Row(
                        actor -> new IncidentCommand.FileIncident(
                                RELEASE, INCIDENT, "broken", Stage.BETA, Optional.of(nevra()), actor),
                        ANYBODY_OUTSIDE),
                // Whose answer it is, the incident knows: the lifecycle refuses others.
                new Row(
                        actor -> new IncidentCommand.ProvideInformation(RELEASE, INCIDENT, "more", actor),
                        ANYBODY_OUTSIDE),
                row(
                        actor -> new IncidentCommand.DecideCriticality(
                                RELEASE, INCIDENT, Criticality.CRITICAL, "why", "", actor),
                        MU),
                row(actor -> new IncidentCommand.LowerCriticality(RELEASE, INCIDENT, "why", actor), MU),
                row(actor -> new IncidentCommand.Dismiss(RELEASE, INCIDENT, "why", actor), MU),
                row(actor -> new IncidentCommand.MarkDuplicate(RELEASE, INCIDENT, other, actor), MU),
                row(actor -> new IncidentCommand.AskForInformation(RELEASE, INCIDENT, "what?", NOON, actor), MU),
                row(actor -> new IncidentCommand.CloseIncident(RELEASE, INCIDENT, "why", actor), MU));
    }

    private static List<Row> afterwards() {
        return List.of(
                row(
                        actor -> new RestorationCommand.PlanRestoration(
                                RELEASE, RestorationWay.Kind.FIXED_RELEASE, "", actor),
                        MU),
                row(actor -> new RestorationCommand.AcceptRisk(RELEASE, SITE, "why", actor), ITS_SITE),
                row(actor -> new RetirementCommand.AnnounceRetirement(RELEASE, NOON, NOON, "why", actor), MU),
                row(actor -> new RetirementCommand.Retire(RELEASE, "why", actor), MU));
    }

    private static Row row(Function<Actor, Command> example, Speaker first, Speaker... others) {
        return new Row(example, EnumSet.of(first, others));
    }

    private static Nevra nevra() {
        return new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64");
    }

    private static Release release() {
        return Release.builder()
                .id(RELEASE)
                .product(PRODUCT.id())
                .label("VOMS")
                .platform(PLATFORM)
                .addPackages(new PackageRef(nevra(), CONTENT))
                .certification(new Certification("tom", NOON, ""))
                .build();
    }

    private CommandTable() {}
}
