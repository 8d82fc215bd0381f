package org.gridrollout.core.whatif;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
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
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.RolloutPolicy;

/** One product, one rollout site that reports failures within 14 days, and a clock that tests turn. */
public final class PlayedGrid {

    public static final Actor MU = Actor.middlewareUnit("mia");
    public static final SiteId CERN = SiteId.of("CERN-PROD");
    public static final Actor AT_CERN = Actor.site("carl", CERN);
    public static final Actor AT_DESY = Actor.site("dora", SiteId.of("DESY-HH"));

    private static final ProductId VOMS = ProductId.of("voms");
    public static final Actor TEAM = Actor.productTeam("tom", TeamId.of("voms-team"));

    private final RolloutStore store;
    private final InMemoryPackageRepository repository = new InMemoryPackageRepository();
    private final RolloutEngine engine;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    public PlayedGrid() {
        this(RolloutPolicy.STANDARD, new InMemoryRolloutStore());
    }

    public PlayedGrid(RolloutPolicy policy, RolloutStore store) {
        this.store = store;
        engine = engine(policy);
        does(new RegistryCommand.RegisterProduct(new Product(VOMS, TeamId.of("voms-team"), Set.of("voms")), MU));
        does(new RegistryCommand.RegisterSite(new Site(CERN, ""), MU));
        does(new RegistryCommand.Enrol(
                new Enrolment(CERN, VOMS, Sla.failuresWithin(Duration.ofDays(14)), now, Optional.empty()), MU));
    }

    /** Another engine on the same backends. */
    public RolloutEngine engine(RolloutPolicy policy) {
        return RolloutEngine.builder()
                .store(store)
                .repository(repository)
                .policy(policy)
                .clock(() -> now)
                .build();
    }

    /** An engine on the same backends whose repository publishes nothing. */
    public RolloutEngine engineThatCannotPublish() {
        PackageRepository broken = (PackageRepository) Proxy.newProxyInstance(
                PackageRepository.class.getClassLoader(),
                new Class<?>[] {PackageRepository.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("publish")) {
                        throw new RepositoryException("out of order");
                    }
                    return method.invoke(repository, arguments);
                });
        return RolloutEngine.builder()
                .store(store)
                .repository(broken)
                .clock(() -> now)
                .build();
    }

    public Certification certification() {
        return new Certification("tom", Instant.EPOCH, "");
    }

    public RolloutEngine engine() {
        return engine;
    }

    public RolloutStore store() {
        return store;
    }

    public Instant now() {
        return now;
    }

    public Outcome.Accepted does(Command command) {
        return engine.execute(command).orThrow();
    }

    public Outcome.Refused triesInVain(Command command) {
        return (Outcome.Refused) engine.execute(command);
    }

    public ReleaseId contribute(String version) {
        Release release = release(version, Optional.of(certification()));
        does(new RolloutCommand.Contribute(release, TEAM));
        return release.id();
    }

    public Release release(String version, Optional<Certification> certification) {
        Nevra nevra = new Nevra("voms", Evr.of(version, "1"), "x86_64");
        PackageRef ref = repository
                .intake(new ByteArrayInputStream(InMemoryPackageRepository.packageFile(nevra)), nevra.toString())
                .ref();
        return Release.builder()
                .id(ReleaseId.of("voms-" + version))
                .product(VOMS)
                .label("VOMS " + version)
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(ref)
                .certification(certification)
                .build();
    }

    public ReleaseId announced(String version) {
        ReleaseId release = contribute(version);
        does(RolloutCommand.Announce.of(release, MU));
        return release;
    }

    public void deploy(ReleaseId release) {
        does(new SiteCommand.ReportDeployment(release, CERN, AT_CERN));
    }

    public void promote(ReleaseId release) {
        does(new RolloutCommand.Promote(release, MU));
    }

    public void file(ReleaseId release, String incident, Actor by) {
        does(new IncidentCommand.FileIncident(
                release, IncidentId.of(incident), "does not start", Stage.BETA, Optional.empty(), by));
    }

    public void decide(ReleaseId release, String incident, Criticality criticality) {
        does(new IncidentCommand.DecideCriticality(
                release, IncidentId.of(incident), criticality, "seen by all", "", MU));
    }

    /** Time passes and nobody looks. */
    public void passes(Duration duration) {
        now = now.plus(duration);
    }

    public void passesAndIsSwept(Duration duration) {
        passes(duration);
        engine.sweep();
    }

    public RolloutState state(ReleaseId release) {
        return engine.rollout(release).orElseThrow().state();
    }
}
