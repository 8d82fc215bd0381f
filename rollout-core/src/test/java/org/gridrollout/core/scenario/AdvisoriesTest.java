package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.command.RetirementCommand.AnnounceRetirement;
import org.gridrollout.api.command.RetirementCommand.Retire;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.Advisory.Severity;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.junit.jupiter.api.Test;

/** What clients are told about a release. */
class AdvisoriesTest {

    private final TellingRepository repository = new TellingRepository(new InMemoryPackageRepository());
    private final Infrastructure grid = new Infrastructure(repository, parts -> parts).product("fts");

    @Test
    void aProductThatProductionNeverHadIsNew() {
        ReleaseId first = grid.inProduction(grid.contribute("fts", "3.1"));
        for (Stage stage : Stage.values()) {
            Advisory told = repository.told(first, stage);
            assertThat(told.kind()).isEqualTo(Purpose.Kind.NEW_PACKAGE);
            assertThat(told.severity()).isEqualTo(Severity.NONE);
            assertThat(told.title()).isEqualTo("fts fts 3.1");
            assertThat(told.afterwards()).isEqualTo(Purpose.Afterwards.NOTHING);
        }
    }

    @Test
    void aReleaseThatSaysNothingOfItselfIsAnEnhancement() {
        grid.inProduction(grid.contribute("fts", "3.1"));
        assertThat(repository.told(grid.contribute("fts", "3.2"), Stage.BETA).kind())
                .isEqualTo(Purpose.Kind.ENHANCEMENT);
    }

    @Test
    void aReleaseThatResolvesAnIncidentIsAsUrgentAsThat() {
        ReleaseId first = grid.inProduction(grid.contribute("fts", "3.1"));
        grid.file(first, "GGUS-1", CERN);
        grid.decide(first, "GGUS-1", Criticality.NON_CRITICAL);
        Advisory told = repository.told(
                grid.contribute(grid.release("fts", "3.2").withResolves(IncidentId.of("GGUS-1"))), Stage.BETA);
        assertThat(told.kind()).isEqualTo(Purpose.Kind.BUGFIX);
        assertThat(told.severity()).isEqualTo(Severity.MODERATE);
        assertThat(told.description()).isEqualTo("It mends:\n- GGUS-1: it breaks");
        assertThat(told.references())
                .containsExactly(new Reference(Reference.Kind.INCIDENT, "GGUS-1", "", "it breaks"));
    }

    @Test
    void aRestoringReleaseIsCriticalAndNamesWhatItMends() {
        ReleaseId faulty = grid.inProduction(grid.contribute("fts", "3.1"));
        grid.file(faulty, "GGUS-1", CERN);
        grid.decide(faulty, "GGUS-1", Criticality.CRITICAL);
        assertThat(grid.state(faulty)).isEqualTo(RolloutState.FAULTY);
        Advisory told =
                repository.told(grid.contribute(grid.release("fts", "3.2").withRestores(faulty)), Stage.BETA);
        assertThat(told.kind()).isEqualTo(Purpose.Kind.BUGFIX);
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.references()).extracting(Reference::id).containsExactly("GGUS-1");
    }

    @Test
    void aRestoringReleaseMendsOnlyWhatWasCritical() {
        ReleaseId faulty = grid.inProduction(grid.contribute("fts", "3.1"));
        grid.file(faulty, "GGUS-1", CERN);
        grid.decide(faulty, "GGUS-1", Criticality.CRITICAL);
        grid.file(faulty, "GGUS-2", CERN);
        grid.decide(faulty, "GGUS-2", Criticality.NON_CRITICAL);
        Release fix = grid.release("fts", "3.2").withRestores(faulty);
        assertThat(repository.told(grid.contribute(fix), Stage.BETA).description())
                .isEqualTo("It mends:\n- GGUS-1: it breaks");
    }

    @Test
    void anIncidentNobodyHereKnowsIsNamedAllTheSame() {
        Release release = grid.release("fts", "3.1").withResolves(IncidentId.of("GGUS-9"));
        Advisory told = repository.told(grid.contribute(release), Stage.BETA);
        assertThat(told.references()).containsExactly(new Reference(Reference.Kind.INCIDENT, "GGUS-9", "", ""));
        assertThat(told.description()).isEmpty();
    }

    @Test
    void whatFollowsAReleaseThatProductionLostIsNotNew() {
        grid.inProduction(grid.contribute("fts", "3.1"));
        ReleaseId last = grid.inProduction(grid.contribute("fts", "3.2"));
        Instant soon = grid.now.plus(Duration.ofDays(1));
        grid.does(new AnnounceRetirement(last, soon, soon, "nobody mends it", MU));
        grid.passes(Duration.ofDays(2));
        grid.does(new Retire(last, "nobody mends it", MU));
        assertThat(repository.told(grid.contribute("fts", "3.3"), Stage.BETA).kind())
                .isEqualTo(Purpose.Kind.ENHANCEMENT);
    }

    @Test
    void securityIsWhatTheReleaseCallsSo() {
        Purpose purpose =
                new Purpose(Purpose.Kind.SECURITY, List.of(Reference.cve("CVE-2026-1234")), Purpose.Afterwards.REBOOT);
        Release release = grid.release("fts", "3.1").withPurpose(purpose).withNotes("Mends a hole.");
        Advisory told = repository.told(grid.contribute(release), Stage.BETA);
        assertThat(told.kind()).isEqualTo(Purpose.Kind.SECURITY);
        assertThat(told.description()).isEqualTo("Mends a hole.");
        assertThat(told.references()).containsExactly(Reference.cve("CVE-2026-1234"));
        assertThat(told.afterwards()).isEqualTo(Purpose.Afterwards.REBOOT);
    }

    @Test
    void knownIssuesTravelIntoProductionWithTheirWorkarounds() {
        ReleaseId release = grid.contribute("fts", "3.1");
        grid.announce(release);
        grid.deploy(release, CERN);
        grid.file(release, "GGUS-1", CERN);
        grid.decide(release, "GGUS-1", Criticality.NON_CRITICAL);
        grid.passes(Duration.ofDays(8));
        grid.does(new RolloutCommand.Promote(release, Infrastructure.MU));
        assertThat(repository.told(release, Stage.BETA).description()).isEmpty();
        assertThat(repository.told(release, Stage.PRODUCTION).description())
                .isEqualTo("Known issues:\n- GGUS-1: it breaks Workaround: restart it");
    }

    @Test
    void ofReleasesThatGoTogetherEachIsToldOfItsOwnPackages() {
        ReleaseId fts = grid.good(grid.contribute("fts", "3.1"));
        ReleaseId gfal = grid.product("gfal").good(grid.contribute("gfal", "2.22"));
        grid.does(new RolloutCommand.Promote(fts, Set.of(gfal), Infrastructure.MU));
        for (ReleaseId each : List.of(fts, gfal)) {
            assertThat(repository.told(each, Stage.PRODUCTION).packages())
                    .isEqualTo(grid.rollout(each).release().packages());
        }
    }

    @Test
    void aRemovalTellsNothing() {
        grid.inProduction(grid.contribute("fts", "3.1"));
        assertThat(repository.changes)
                .filteredOn(each -> each.add().isEmpty())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.advisories()).isEmpty());
    }

    @Test
    void longTextsAreCut() {
        Release release = grid.release("fts", "3.1")
                .withLabel("long ".repeat(200))
                .withNotes("x".repeat(100_000))
                .withResolves(Set.of());
        Advisory told = repository.told(grid.contribute(release), Stage.BETA);
        assertThat(told.title()).hasSize(Advisory.TITLE).endsWith(" [...]");
        assertThat(told.description()).hasSize(Advisory.DESCRIPTION).endsWith("x [...]");
    }

    @Test
    void aTextAsLongAsAllowedIsNotCut() {
        Release release = grid.release("fts", "3.1").withLabel("x".repeat(Advisory.TITLE - "fts ".length()));
        assertThat(repository.told(grid.contribute(release), Stage.BETA).title())
                .isEqualTo("fts " + release.label());
    }
}
