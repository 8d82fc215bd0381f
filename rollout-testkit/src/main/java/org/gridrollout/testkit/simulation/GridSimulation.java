package org.gridrollout.testkit.simulation;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.rule.BuiltInRules;

/** A small grid on a clock of its own: one product of two components, two rollout sites, one site that is none. */
public final class GridSimulation {

    /** The platform everything is released for. */
    public static final Platform PLATFORM = Platform.parse("el9/x86_64");

    private static final ProductId PRODUCT = ProductId.of("voms");
    private static final TeamId TEAM = TeamId.of("voms-team");
    private static final List<SiteId> SITES = List.of(SiteId.of("CERN"), SiteId.of("DESY"), SiteId.of("KIT"));
    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final Actor SECOND = Actor.middlewareUnit("max");

    private final Backends backends;
    private final RolloutEngine engine;
    private final int looks;
    private final List<ReleaseId> releases = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private int versions;
    private int incidents;

    /** @param looks into how many parts passing time is cut, with a sweep after each; 0 for no sweep at all */
    public GridSimulation(Backends backends, int looks) {
        this.backends = backends;
        this.looks = looks;
        this.engine = RolloutEngine.builder()
                .store(backends.store())
                .repository(backends.repository())
                .clock(() -> now)
                .build();
        register();
    }

    /** The engine, to ask. */
    public RolloutEngine engine() {
        return engine;
    }

    /** Releases accepted so far, oldest first. */
    public List<ReleaseId> releases() {
        return List.copyOf(releases);
    }

    /** All rollouts as they are. */
    public List<Rollout> rollouts() {
        return releases.stream().map(each -> engine.rollout(each).orElseThrow()).toList();
    }

    /** What clients are offered. */
    public List<PackageRef> offered(Stage stage) {
        return backends.repository().current(stage, PLATFORM).packages();
    }

    /** Somebody tries something, an hour after the last one did. */
    public void perform(Action action) {
        pass(Duration.ofHours(1));
        if (action.kind() == Action.Kind.PASS_TIME) {
            pass(Duration.ofHours(action.choice()));
        } else if (action.kind() == Action.Kind.CONTRIBUTE) {
            contribute(action.choice() % 4 == 0);
        } else if (!releases.isEmpty()) {
            command(action, releases.get(action.release() % releases.size())).ifPresent(engine::execute);
        }
    }

    /** Everything due is done. */
    public void sweep() {
        engine.sweep();
    }

    private void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (int i = 0; i < looks; i++) {
            now = now.plus(duration.dividedBy(looks + 1L));
            engine.sweep();
        }
        now = end;
    }

    private void contribute(boolean sameVersionAgain) {
        versions += sameVersionAgain && versions > 0 ? 0 : 1;
        List<PackageRef> packages = List.of(take("voms"), take("voms-clients"));
        ReleaseId id = ReleaseId.of("voms-" + (releases.size() + 1));
        Release release = Release.builder()
                .id(id)
                .product(PRODUCT)
                .label("VOMS")
                .platform(PLATFORM)
                .packages(packages)
                .certification(new Certification("tom", Instant.EPOCH, ""))
                .build();
        Actor packager = Actor.productTeam("tom", TEAM);
        if (engine.execute(new RolloutCommand.Contribute(release, packager)) instanceof Outcome.Accepted) {
            releases.add(id);
        }
    }

    private PackageRef take(String component) {
        Nevra nevra = new Nevra(component, Evr.of("1." + versions, "1.el9"), "x86_64");
        byte[] file = backends.packageFile(nevra);
        return backends.repository()
                .intake(new ByteArrayInputStream(file), nevra.toString())
                .ref();
    }

    private Optional<Command> command(Action action, ReleaseId release) {
        SiteId site = SITES.get(action.choice() % SITES.size());
        Actor atSite = Actor.site("admin", site);
        return switch (action.kind()) {
            case ANNOUNCE -> Optional.of(RolloutCommand.Announce.of(release, MU));
            case ANNOUNCE_TO_NOBODY -> Optional.of(new RolloutCommand.AnnounceToNobody(release, "on purpose", MU));
            case DEPLOY -> Optional.of(new SiteCommand.ReportDeployment(release, site, atSite));
            case UNDEPLOY -> Optional.of(new SiteCommand.ReportUndeployment(release, site, atSite));
            case REPORT_WORKING -> Optional.of(new SiteCommand.ReportWorking(release, site, "fine", atSite));
            case FILE_INCIDENT ->
                Optional.of(new IncidentCommand.FileIncident(
                        release, IncidentId.of("I" + ++incidents), "broken", Stage.BETA, Optional.empty(), atSite));
            case DECIDE -> undecided(release).map(each -> decide(release, each, action.choice()));
            case LOWER -> faulty().flatMap(this::lower);
            case HOLD ->
                Optional.of(new RolloutCommand.PutOnHold(
                        release, "wait", now.plus(Duration.ofHours(1 + action.choice())), MU));
            case RELEASE_HOLD -> Optional.of(new RolloutCommand.ReleaseHold(release, "go on", MU));
            case EXTEND ->
                Optional.of(new RolloutCommand.Extend(release, Duration.ofHours(1 + action.choice()), "more time", MU));
            case WAIVE ->
                Optional.of(new RolloutCommand.Waive(
                        release,
                        action.choice() % 2 == 0 ? BuiltInRules.ENOUGH_EXPOSURE : BuiltInRules.OBSERVATION_PERIOD_OVER,
                        "tested",
                        now.plus(Duration.ofDays(30)),
                        MU));
            case CLEAR_EARLY -> Optional.of(new RolloutCommand.ClearEarly(release, MU));
            case EXPEDITE -> Optional.of(new RolloutCommand.Expedite(release, "urgent", MU));
            case PROMOTE -> Optional.of(new RolloutCommand.Promote(release, MU));
            case WITHDRAW ->
                Optional.of(new RolloutCommand.Withdraw(release, "mistake", Actor.productTeam("tom", TEAM)));
            case CONSENT_TO_SUPERSEDE ->
                Optional.of(new RolloutCommand.ConsentToSupersede(
                        release, releases.get(action.choice() % releases.size()), MU));
            case CONTRIBUTE, PASS_TIME -> Optional.empty();
        };
    }

    private static Command decide(ReleaseId release, IncidentId incident, int choice) {
        Criticality criticality = choice % 3 == 0 ? Criticality.CRITICAL : Criticality.NON_CRITICAL;
        return new IncidentCommand.DecideCriticality(release, incident, criticality, "looked at it", "", MU);
    }

    private Optional<IncidentId> undecided(ReleaseId release) {
        return engine.rollout(release).orElseThrow().undecidedIncidents().stream()
                .map(Incident::id)
                .findFirst();
    }

    private Optional<ReleaseId> faulty() {
        return rollouts().stream()
                .filter(each -> each.state() == RolloutState.FAULTY)
                .map(Rollout::id)
                .findFirst();
    }

    private Optional<Command> lower(ReleaseId release) {
        return engine.rollout(release).orElseThrow().criticalIncidents().stream()
                .findFirst()
                .map(each -> new IncidentCommand.LowerCriticality(
                        release, each.id(), "not that bad", each.loweringProposedBy().isEmpty() ? MU : SECOND));
    }

    private void register() {
        execute(new RegistryCommand.RegisterProduct(new Product(PRODUCT, TEAM, Set.of("voms", "voms-clients")), MU));
        SITES.forEach(each -> execute(new RegistryCommand.RegisterSite(new Site(each, ""), MU)));
        enrol(SITES.get(0), Sla.failuresWithin(Duration.ofDays(7)));
        enrol(
                SITES.get(1),
                Sla.builder()
                        .name("every release")
                        .deployWithin(Duration.ofDays(2))
                        .reportWithin(Duration.ofDays(5))
                        .reporting(Reporting.EVERY_RELEASE)
                        .build());
    }

    private void enrol(SiteId site, Sla sla) {
        execute(new RegistryCommand.Enrol(new Enrolment(site, PRODUCT, sla, now, Optional.empty()), MU));
    }

    private void execute(Command command) {
        engine.execute(command).orThrow();
    }
}
