package org.gridrollout.core.scenario;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
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
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.engine.RolloutEngineBuilder;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;

/** A small infrastructure in memory with a clock of its own, and short words for what people do in it. */
final class Infrastructure {

    static final Platform EL9 = Platform.parse("el9/x86_64");
    static final Actor MU = Actor.middlewareUnit("mia");
    static final Actor SECOND = Actor.middlewareUnit("max");
    static final SiteId CERN = SiteId.of("CERN-PROD");
    static final SiteId DESY = SiteId.of("DESY-HH");

    final List<Notice> told = new ArrayList<>();
    final InMemoryRolloutStore store = new InMemoryRolloutStore();
    final PackageRepository repository;
    final RolloutEngine engine;
    Instant now = Instant.parse("2026-03-02T08:00:00Z");

    Infrastructure() {
        this(parts -> parts);
    }

    Infrastructure(UnaryOperator<RolloutEngineBuilder> host) {
        this(new InMemoryPackageRepository(), host);
    }

    Infrastructure(PackageRepository repository, UnaryOperator<RolloutEngineBuilder> host) {
        this.repository = repository;
        engine = host.apply(RolloutEngine.builder()
                        .store(store)
                        .repository(repository)
                        .announcer(told::addAll)
                        .clock(() -> now))
                .build();
        for (SiteId site : List.of(CERN, DESY)) {
            does(new RegistryCommand.RegisterSite(new Site(site, ""), MU));
        }
    }

    /** A product of one component of its name, watched by CERN, which reports failures within a week. */
    Infrastructure product(String product) {
        return product(product, Sla.failuresWithin(Duration.ofDays(7)));
    }

    Infrastructure product(String product, Sla terms) {
        return unwatchedProduct(product).enrol(CERN, product, terms);
    }

    Infrastructure enrol(SiteId site, String product, Sla terms) {
        does(new RegistryCommand.Enrol(new Enrolment(site, ProductId.of(product), terms, now, Optional.empty()), MU));
        return this;
    }

    Infrastructure unwatchedProduct(String product) {
        does(new RegistryCommand.RegisterProduct(
                new Product(ProductId.of(product), team(product), Set.of(product)), MU));
        return this;
    }

    ReleaseId contribute(String product, String version) {
        Release release = release(product, version);
        does(new RolloutCommand.Contribute(release, packager(product)));
        return release.id();
    }

    ReleaseId contribute(Release release) {
        does(new RolloutCommand.Contribute(release, packager(release.product().value())));
        return release.id();
    }

    Release release(String product, String version) {
        return Release.builder()
                .id(ReleaseId.of(product + "-" + version))
                .product(ProductId.of(product))
                .label(product + " " + version)
                .platform(EL9)
                .addPackages(take(product, version))
                .certification(new Certification("tom", now, "all tests passed"))
                .build();
    }

    PackageRef take(String component, String version) {
        return take(component, Evr.of(version, "1.el9"));
    }

    PackageRef take(String component, Evr version) {
        Nevra nevra = new Nevra(component, version, "x86_64");
        return take(nevra, InMemoryPackageRepository.packageFile(nevra));
    }

    PackageRef take(Nevra nevra, byte[] file) {
        return repository
                .intake(new ByteArrayInputStream(file), nevra.toString())
                .ref();
    }

    void announce(ReleaseId release) {
        does(RolloutCommand.Announce.of(release, MU));
    }

    void deploy(ReleaseId release, SiteId site) {
        does(new SiteCommand.ReportDeployment(release, site, at(site)));
    }

    void file(ReleaseId release, String incident, SiteId site) {
        does(new IncidentCommand.FileIncident(
                release, IncidentId.of(incident), "it breaks", Stage.BETA, Optional.empty(), at(site)));
    }

    void decide(ReleaseId release, String incident, Criticality criticality) {
        does(new IncidentCommand.DecideCriticality(
                release, IncidentId.of(incident), criticality, "looked at it", "restart it", MU));
    }

    /** Announced, deployed and silent for a week. */
    ReleaseId good(ReleaseId release) {
        announce(release);
        deploy(release, CERN);
        passes(Duration.ofDays(7).plusMillis(1));
        return release;
    }

    ReleaseId inProduction(ReleaseId release) {
        good(release);
        does(new RolloutCommand.Promote(release, MU));
        return release;
    }

    void passes(Duration time) {
        now = now.plus(time);
        engine.sweep();
    }

    Outcome.Accepted does(Command command) {
        return engine.execute(command).orThrow();
    }

    Verdict refusal(Command command) {
        return ((Outcome.Refused) engine.execute(command)).verdict();
    }

    /** The names of the rules that refuse it, the worst first. */
    List<String> refusedBy(Command command) {
        return refusal(command).findings().stream()
                .map(each -> each.rule().value())
                .toList();
    }

    Rollout rollout(ReleaseId release) {
        return engine.rollout(release).orElseThrow();
    }

    RolloutState state(ReleaseId release) {
        return rollout(release).state();
    }

    List<String> offered(Stage stage) {
        return repository.current(stage, EL9).packages().stream()
                .map(PackageRef::toString)
                .toList();
    }

    static Actor at(SiteId site) {
        return Actor.site("admin", site);
    }

    static Actor packager(String product) {
        return Actor.productTeam("tom", team(product));
    }

    private static TeamId team(String product) {
        return TeamId.of(product + "-team");
    }
}
