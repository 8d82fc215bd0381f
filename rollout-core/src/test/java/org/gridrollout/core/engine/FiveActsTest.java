package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
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
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.rule.BuiltInRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process as its users know it, on the in-memory backends. */
class FiveActsTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final ProductId VOMS = ProductId.of("voms");
    private static final SiteId CERN = SiteId.of("CERN-PROD");
    private static final SiteId DESY = SiteId.of("DESY-HH");
    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final Actor TEAM = Actor.productTeam("tom", TeamId.of("voms-team"));
    private static final Actor AT_CERN = Actor.site("carl", CERN);
    private static final Actor AT_DESY = Actor.site("dora", DESY);

    private final List<Notice> told = new ArrayList<>();
    private final InMemoryPackageRepository repository = new InMemoryPackageRepository();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private RolloutEngine engine;

    @BeforeEach
    void registerEverybody() {
        engine = RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(repository)
                .announcer(told::addAll)
                .clock(() -> now)
                .build();
        engine.execute(new RegistryCommand.RegisterProduct(
                        new Product(VOMS, TeamId.of("voms-team"), Set.of("voms")), MU))
                .orThrow();
        for (SiteId site : List.of(CERN, DESY)) {
            engine.execute(new RegistryCommand.RegisterSite(new Site(site, ""), MU))
                    .orThrow();
        }
        engine.execute(new RegistryCommand.Enrol(
                        new Enrolment(CERN, VOMS, Sla.failuresWithin(Duration.ofDays(7)), now, Optional.empty()), MU))
                .orThrow();
    }

    @Test
    void goodReleasePassesBySilenceOfASiteThatRunsIt() {
        ReleaseId release = contribute("2.1.0");
        assertThat(state(release)).isEqualTo(RolloutState.IN_BETA);
        announceAndDeploy(release);
        passDays(7);
        assertThat(state(release))
                .as("a report at its due instant is still on time")
                .isEqualTo(RolloutState.ROLLING_OUT);
        now = now.plusMillis(1);
        engine.sweep();
        assertThat(state(release)).isEqualTo(RolloutState.GOOD);
        promote(release);
        assertThat(state(release)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(offered(Stage.PRODUCTION)).containsExactly("voms-2.1.0-1.x86_64");
        assertThat(offered(Stage.BETA)).isEmpty();
        assertThat(replayed(release)).isEqualTo(engine.rollout(release).orElseThrow());
    }

    @Test
    void criticalIncidentInBetaRejectsAndTheCorrectedReleaseHasToBeHigher() {
        ReleaseId release = contribute("2.1.0");
        announceAndDeploy(release);
        file(release, "GGUS-1", AT_CERN);
        assertThat(state(release)).isEqualTo(RolloutState.HELD);
        decide(release, "GGUS-1", Criticality.CRITICAL);
        assertThat(state(release)).isEqualTo(RolloutState.REJECTED);
        assertThat(offered(Stage.BETA)).isEmpty();

        Outcome again = engine.execute(new RolloutCommand.Contribute(release("voms-again", "2.1.0", "1"), TEAM));
        assertThat(again).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) again).verdict().inWords())
                .contains("voms-2.1.0-1.x86_64 is not higher than 2.1.0-1")
                .contains("Next possible version: 2.1.0-2");
        assertThat(state(contribute("2.1.1"))).isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void nonCriticalIncidentIsKnownIssueAndStopsNothing() {
        ReleaseId release = contribute("2.1.0");
        announceAndDeploy(release);
        file(release, "GGUS-2", AT_CERN);
        decide(release, "GGUS-2", Criticality.NON_CRITICAL);
        assertThat(state(release)).isEqualTo(RolloutState.ROLLING_OUT);
        passDays(8);
        assertThat(state(release)).isEqualTo(RolloutState.GOOD);
        assertThat(engine.rollout(release).orElseThrow().knownIssues()).hasSize(1);
    }

    @Test
    void siteMaySkipTheWaitAtItsOwnRisk() {
        ReleaseId release = contribute("2.1.0");
        engine.execute(new SiteCommand.ReportDeployment(release, DESY, AT_DESY)).orThrow();
        assertThat(engine.rollout(release).orElseThrow().deployments())
                .extracting(Deployment::basis)
                .containsExactly(Deployment.Basis.OWN_RISK);
    }

    @Test
    void faultInProductionIsRestoredByHigherReleaseInAnEmergency() {
        ReleaseId release = contribute("2.1.0");
        announceAndDeploy(release);
        passDays(8);
        promote(release);
        file(release, "GGUS-3", AT_DESY);
        decide(release, "GGUS-3", Criticality.CRITICAL);
        assertThat(state(release)).isEqualTo(RolloutState.FAULTY);
        assertThat(offered(Stage.PRODUCTION)).as("production never gets a hole").hasSize(1);

        ReleaseId fix = contribute("2.1.1");
        engine.execute(RolloutCommand.Announce.of(fix, MU)).orThrow();
        engine.execute(new RolloutCommand.Expedite(fix, "service down", MU)).orThrow();
        assertThat(state(fix)).isEqualTo(RolloutState.GOOD);
        promote(fix);
        assertThat(state(fix)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(state(release)).isEqualTo(RolloutState.SUPERSEDED);
        Restoration restoration =
                engine.rollout(release).orElseThrow().restoration().orElseThrow();
        assertThat(restoration.status()).isEqualTo(Restoration.Status.RESTORED);
        assertThat(restoration.fix()).contains(fix);
        assertThat(offered(Stage.PRODUCTION)).containsExactly("voms-2.1.1-1.x86_64");
    }

    @Test
    void loweringTheCriticalityOfAFaultyReleaseTakesASecondPerson() {
        ReleaseId release = contribute("2.1.0");
        announceAndDeploy(release);
        passDays(8);
        promote(release);
        file(release, "GGUS-5", AT_DESY);
        decide(release, "GGUS-5", Criticality.CRITICAL);
        engine.execute(lower(release, MU)).orThrow();
        assertThat(state(release)).as("one person only proposes").isEqualTo(RolloutState.FAULTY);
        assertThat(engine.execute(lower(release, MU))).isInstanceOf(Outcome.Refused.class);
        engine.execute(lower(release, Actor.middlewareUnit("max"))).orThrow();
        assertThat(state(release)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(engine.rollout(release)
                        .orElseThrow()
                        .restoration()
                        .orElseThrow()
                        .status())
                .isEqualTo(Restoration.Status.NOT_NEEDED);
    }

    @Test
    void silenceWithoutExposureIsInconclusiveAndSaysWhomToAsk() {
        ReleaseId release = contribute("2.1.0");
        engine.execute(RolloutCommand.Announce.of(release, MU)).orThrow();
        passDays(8);
        assertThat(state(release)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(engine.explain(release).mustAct()).contains(Party.site(CERN));
        assertThat(told)
                .anyMatch(each -> each.recipient().equals(Party.site(CERN)) && each.topic() == Notice.Topic.OBLIGATION);
        engine.execute(new RolloutCommand.Waive(
                        release,
                        BuiltInRules.ENOUGH_EXPOSURE,
                        Scope.EVERYWHERE,
                        "tested by hand",
                        now.plus(Duration.ofDays(1)),
                        MU))
                .orThrow();
        assertThat(state(release)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void newerReleaseInheritsOpenIncidentsOfTheOneItSupersedes() {
        ReleaseId older = contribute("2.1.0");
        file(older, "GGUS-4", AT_DESY);
        ReleaseId newer = contribute("2.2.0");
        assertThat(state(older)).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(state(newer)).isEqualTo(RolloutState.HELD);
        assertThat(engine.rollout(newer).orElseThrow().undecidedIncidents())
                .extracting(each -> each.inheritedFrom())
                .containsExactly(Optional.of(older));
    }

    @Test
    void siteSpeaksOnlyForItself() {
        ReleaseId release = contribute("2.1.0");
        Outcome outcome = engine.execute(new SiteCommand.ReportDeployment(release, CERN, AT_DESY));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(engine.execute(RolloutCommand.Announce.of(release, TEAM))).isInstanceOf(Outcome.Refused.class);
        assertThat(engine.execute(RolloutCommand.Announce.of(release, Actor.SYSTEM)))
                .isInstanceOf(Outcome.Refused.class);
    }

    private ReleaseId contribute(String version) {
        Release release = release("voms-" + version, version, "1");
        engine.execute(new RolloutCommand.Contribute(release, TEAM)).orThrow();
        return release.id();
    }

    private Release release(String id, String version, String build) {
        Nevra nevra = new Nevra("voms", Evr.of(version, build), "x86_64");
        PackageRef ref = repository
                .intake(new ByteArrayInputStream(InMemoryPackageRepository.packageFile(nevra)), nevra.toString())
                .ref();
        return Release.builder()
                .id(ReleaseId.of(id))
                .product(VOMS)
                .label("VOMS " + version)
                .platform(EL9)
                .addPackages(ref)
                .certification(new Certification("tom", now, "all tests passed"))
                .build();
    }

    private void announceAndDeploy(ReleaseId release) {
        engine.execute(RolloutCommand.Announce.of(release, MU)).orThrow();
        engine.execute(new SiteCommand.ReportDeployment(release, CERN, AT_CERN)).orThrow();
    }

    private void file(ReleaseId release, String incident, Actor by) {
        engine.execute(new IncidentCommand.FileIncident(
                        release, IncidentId.of(incident), "does not start", Stage.BETA, Optional.empty(), by))
                .orThrow();
    }

    private void decide(ReleaseId release, String incident, Criticality criticality) {
        engine.execute(new IncidentCommand.DecideCriticality(
                        release, IncidentId.of(incident), criticality, "seen by all", "", MU))
                .orThrow();
    }

    private static RolloutCommand lower(ReleaseId release, Actor person) {
        return new IncidentCommand.LowerCriticality(release, IncidentId.of("GGUS-5"), "a wrong setting", person);
    }

    private void promote(ReleaseId release) {
        engine.execute(new RolloutCommand.Promote(release, MU)).orThrow();
    }

    private void passDays(int days) {
        now = now.plus(Duration.ofDays(days));
        engine.sweep();
    }

    private RolloutState state(ReleaseId release) {
        return engine.rollout(release).orElseThrow().state();
    }

    private List<String> offered(Stage stage) {
        return repository.current(stage, EL9).packages().stream()
                .map(PackageRef::toString)
                .toList();
    }

    private Rollout replayed(ReleaseId release) {
        return Lifecycle.replay(
                engine.history(release).stream().map(RecordedEvent::event).toList());
    }
}
