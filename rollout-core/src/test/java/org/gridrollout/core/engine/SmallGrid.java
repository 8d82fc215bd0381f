package org.gridrollout.core.engine;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Installed;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.ProductLine;
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
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.register.VersionRegister;
import org.gridrollout.core.version.RpmVersionScheme;

/** VOMS, of two components, and three sites, on in-memory backends whose store can be made to fail. */
final class SmallGrid {

    static final Platform EL9 = Platform.parse("el9/x86_64");
    static final Platform EL8 = Platform.parse("el8/x86_64");
    static final ProductId VOMS = ProductId.of("voms");
    static final TeamId TEAM = TeamId.of("voms-team");
    static final SiteId CERN = SiteId.of("CERN-PROD");
    static final SiteId DESY = SiteId.of("DESY-HH");
    static final SiteId KIT = SiteId.of("FZK-LCG2");
    static final List<SiteId> SITES = List.of(CERN, DESY, KIT);
    static final VersionScheme RPM = new RpmVersionScheme();
    static final Actor MU = Actor.middlewareUnit("mia");
    static final Actor PACKAGER = Actor.productTeam("tom", TEAM);

    final InMemoryRolloutStore store = new InMemoryRolloutStore();
    Function<SoftwarePackage, Optional<Signature>> signatures = taken -> Optional.empty();
    final InMemoryPackageRepository repository = new InMemoryPackageRepository(each -> signatures.apply(each));
    final List<Notice> told = new ArrayList<>();
    final RolloutEngine engine;
    Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private int commitsLeft = Integer.MAX_VALUE;

    SmallGrid() {
        this(RolloutPolicy.STANDARD);
    }

    SmallGrid(RolloutPolicy policy) {
        engine = RolloutEngine.builder()
                .store(fused())
                .repository(repository)
                .policy(policy)
                .announcer(told::addAll)
                .clock(() -> now)
                .build();
        accept(new RegistryCommand.RegisterProduct(new Product(VOMS, TEAM, Set.of("voms", "voms-clients")), MU));
        SITES.forEach(each -> accept(new RegistryCommand.RegisterSite(new Site(each, ""), MU)));
        enrol(CERN);
    }

    static Actor at(SiteId site) {
        return Actor.site("admin", site);
    }

    static Evr evr(String version) {
        return Evr.of(version, "1.el9");
    }

    /** {@code versions("voms", "2.1.0", "voms-clients", "2.1.0")}. */
    static Map<String, Evr> versions(String... namesAndVersions) {
        Map<String, Evr> versions = new TreeMap<>();
        for (int i = 0; i < namesAndVersions.length; i += 2) {
            versions.put(namesAndVersions[i], evr(namesAndVersions[i + 1]));
        }
        return versions;
    }

    /** The power goes after so many more commits. */
    void commitsLeft(int commits) {
        commitsLeft = commits;
    }

    void powerIsBack() {
        commitsLeft = Integer.MAX_VALUE;
    }

    Outcome.Accepted accept(Command command) {
        return engine.execute(command).orThrow();
    }

    /** Why a command is refused, in words. */
    String refusal(Command command) {
        return ((Outcome.Refused) engine.execute(command)).verdict().inWords();
    }

    void enrol(SiteId site) {
        accept(new RegistryCommand.Enrol(
                new Enrolment(
                        site, VOMS, Sla.failuresWithin(Duration.ofDays(7)), now.minusSeconds(60), Optional.empty()),
                MU));
    }

    /** Both components of VOMS in that version. */
    ReleaseId contribute(String version) {
        return contribute(version, List.of("voms", "voms-clients"));
    }

    ReleaseId contribute(String version, List<String> components) {
        Release release = release(version, components);
        accept(new RolloutCommand.Contribute(release, PACKAGER));
        return release.id();
    }

    Release release(String version, List<String> components) {
        return Release.builder()
                .id(ReleaseId.of("voms-" + version))
                .product(VOMS)
                .label("VOMS " + version)
                .platform(EL9)
                .addAllPackages(
                        components.stream().map(each -> take(each, version)).toList())
                .certification(new Certification("tom", now, "all tests passed"))
                .build();
    }

    private PackageRef take(String component, String version) {
        Nevra nevra = new Nevra(component, evr(version), "x86_64");
        return repository
                .intake(new ByteArrayInputStream(InMemoryPackageRepository.packageFile(nevra)), nevra.toString())
                .ref();
    }

    void report(SiteId site, String... namesAndVersions) {
        accept(new ReportVersions(site, EL9, versions(namesAndVersions), at(site)));
    }

    /** As known of a site on el9. */
    Map<String, Installed> installed(SiteId site) {
        return engine.installations(site, EL9).orElseThrow().components();
    }

    Rollout rollout(ReleaseId release) {
        return engine.rollout(release).orElseThrow();
    }

    RolloutState state(ReleaseId release) {
        return rollout(release).state();
    }

    /** The sites that run a release now. */
    List<SiteId> running(ReleaseId release) {
        return rollout(release).deployments().stream()
                .filter(each -> each.until().isEmpty())
                .map(Deployment::site)
                .sorted()
                .toList();
    }

    Map<String, Evr> floor() {
        return new Ledger(store).line(VOMS, EL9).value().map(ProductLine::floor).orElse(Map.of());
    }

    void announce(ReleaseId release) {
        accept(RolloutCommand.Announce.of(release, MU));
    }

    void critical(ReleaseId release, String incident) {
        accept(new IncidentCommand.FileIncident(
                release, IncidentId.of(incident), "broken", Stage.BETA, Optional.empty(), at(DESY)));
        accept(new IncidentCommand.DecideCriticality(
                release, IncidentId.of(incident), Criticality.CRITICAL, "seen by all", "", MU));
    }

    /** Announced, expedited and promoted at once. */
    void intoProduction(ReleaseId release) {
        announce(release);
        accept(new RolloutCommand.Expedite(release, "urgent", MU));
        accept(new RolloutCommand.Promote(release, MU));
    }

    void pass(Duration time) {
        now = now.plus(time);
        engine.sweep();
    }

    /** Everything so far. */
    VersionRegister register() {
        VersionRegister register = new VersionRegister(RPM);
        engine.update(register);
        return register;
    }

    // A proxy, so that a new method of the store needs nothing here.
    private RolloutStore fused() {
        return (RolloutStore) Proxy.newProxyInstance(
                RolloutStore.class.getClassLoader(),
                new Class<?>[] {RolloutStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && commitsLeft-- <= 0) {
                        throw new StoreException("no power");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
