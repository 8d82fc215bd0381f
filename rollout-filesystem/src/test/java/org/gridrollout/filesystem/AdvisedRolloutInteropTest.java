package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a team, a site and the Middleware Unit say about a release to what dnf tells in production. */
@Tag("interop")
class AdvisedRolloutInteropTest {

    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final TeamId TEAM = TeamId.of("voms-team");
    private static final Actor PACKAGER = Actor.productTeam("tom", TEAM);
    private static final SiteId CERN = SiteId.of("CERN");
    private static final ProductId VOMS = ProductId.of("voms");
    private static final IncidentId EXPIRED = IncidentId.of("GGUS-77");

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private FilesystemRepository repository;
    private RolloutEngine engine;
    private Dnf dnf;

    @BeforeEach
    void firstReleaseIsInstalled() {
        Tools.require("dnf", "rpm");
        repository = FilesystemRepository.at(directory.resolve("repository"))
                .clock(() -> now)
                .open();
        engine = RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(repository)
                .clock(() -> now)
                .build();
        does(new RegistryCommand.RegisterProduct(new Product(VOMS, TEAM, Set.of("voms")), MU));
        does(new RegistryCommand.RegisterSite(new org.gridrollout.api.registry.Site(CERN, ""), MU));
        does(new RegistryCommand.Enrol(
                new Enrolment(CERN, VOMS, Sla.failuresWithin(Duration.ofDays(7)), now, Optional.empty()), MU));
        promote(release("2.1.0"));
        dnf = new Dnf(directory.resolve("client"), repository.directory(Stage.PRODUCTION, EL9));
        dnf.run("install", "-y", "voms");
    }

    @Test
    void aReleaseThatSaysNothingOfItselfIsNewAndThenAnEnhancement() {
        assertThat(told("--installed")).containsExactly("voms-2.1.0 newpackage voms-2.1.0-1.el9.noarch");
        promote(release("2.1.1"));
        assertThat(told("--available")).containsExactly("voms-2.1.1 enhancement voms-2.1.1-1.el9.noarch");
    }

    @Test
    void aMatterOfSecurityIsToldWithWhereToReadMore() {
        promote(release("2.1.1")
                .withNotes("Proxies of more than 4096 bits are read again.")
                .withPurpose(new Purpose(
                        Purpose.Kind.SECURITY, List.of(Reference.cve("CVE-2026-1234")), Purpose.Afterwards.RESTART)));
        assertThat(told("--security")).containsExactly("voms-2.1.1 Unknown/Sec. voms-2.1.1-1.el9.noarch");
        assertThat(dnf.run("updateinfo", "info", "voms-2.1.1"))
                .contains("voms VOMS 2.1.1", "Type: security", "CVEs: CVE-2026-1234", "Proxies of more than 4096 bits");
    }

    @Test
    void whatRestoresAFaultyReleaseIsCriticalAndNamesTheIncident() {
        ReleaseId faulty = ReleaseId.of("voms-2.1.0");
        does(new IncidentCommand.FileIncident(
                faulty,
                EXPIRED,
                "proxies expire at once",
                Stage.PRODUCTION,
                Optional.empty(),
                Actor.site("sue", CERN)));
        does(new IncidentCommand.DecideCriticality(faulty, EXPIRED, Criticality.CRITICAL, "seen here too", "", MU));
        promote(release("2.1.1").withRestores(faulty));

        assertThat(told("--available")).containsExactly("voms-2.1.1 bugfix voms-2.1.1-1.el9.noarch");
        assertThat(dnf.run("updateinfo", "info", "voms-2.1.1"))
                .contains(
                        "Type: bugfix",
                        "Severity: Critical",
                        "Bugs: GGUS-77 - proxies expire at once",
                        "- GGUS-77: proxies expire at once");
        assertThat(told("--all")).noneMatch(each -> each.contains("voms-2.1.0")); // it has left production
    }

    @Test
    void whatIsToldInBetaIsNotToldInProductionBeforeItsTime() {
        does(new RolloutCommand.Contribute(release("2.1.1"), PACKAGER));
        assertThat(told("--available")).isEmpty();
        dnf = new Dnf(directory.resolve("client"), repository.directory(Stage.BETA, EL9));
        assertThat(told("--available")).containsExactly("voms-2.1.1 enhancement voms-2.1.1-1.el9.noarch");
    }

    private List<String> told(String which) {
        return dnf.run("updateinfo", "list", "--refresh", which)
                .lines()
                .map(each -> each.strip().replaceAll("\\s+", " "))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private void promote(Release release) {
        does(new RolloutCommand.Contribute(release, PACKAGER));
        does(RolloutCommand.Announce.of(release.id(), MU));
        does(new RolloutCommand.Expedite(release.id(), "urgent", MU));
        does(new RolloutCommand.Promote(release.id(), MU));
        now = now.plusSeconds(60);
    }

    private void does(Command command) {
        engine.execute(command).orThrow();
    }

    private Release release(String version) {
        return Release.builder()
                .id(ReleaseId.of("voms-" + version))
                .product(VOMS)
                .label("VOMS " + version)
                .platform(EL9)
                .addPackages(taken(repository, rpm("voms", version)))
                .certification(new Certification("tom", now, "all tests passed"))
                .build();
    }
}
