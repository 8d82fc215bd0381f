package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.DESY;
import static org.gridrollout.core.engine.SmallGrid.EL8;
import static org.gridrollout.core.engine.SmallGrid.EL9;
import static org.gridrollout.core.engine.SmallGrid.KIT;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.PACKAGER;
import static org.gridrollout.core.engine.SmallGrid.at;
import static org.gridrollout.core.engine.SmallGrid.evr;
import static org.gridrollout.core.engine.SmallGrid.versions;

import java.time.Duration;
import java.time.Instant;
import org.gridrollout.api.command.IncidentCommand.LowerCriticality;
import org.gridrollout.api.command.RetirementCommand.AnnounceRetirement;
import org.gridrollout.api.command.RetirementCommand.Retire;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.register.Adoption;
import org.gridrollout.core.register.Concern;
import org.gridrollout.core.register.Running;
import org.gridrollout.core.register.Sighting;
import org.gridrollout.core.register.Standing;
import org.junit.jupiter.api.Test;

/** Who runs what. */
class VersionRegisterTest {

    private final SmallGrid grid = new SmallGrid();

    @Test
    void sitesAreFoundByComponentWithVersionAndSince() {
        Instant first = grid.now;
        grid.report(DESY, "voms", "2.0.0", "openssl", "3.0.7");
        grid.now = first.plus(Duration.ofDays(1));
        grid.report(CERN, "voms", "2.1.0");
        grid.report(DESY, "voms", "2.0.0");
        assertThat(grid.register().running("voms"))
                .containsExactly(
                        new Sighting(CERN, EL9, "voms", evr("2.1.0"), grid.now),
                        new Sighting(DESY, EL9, "voms", evr("2.0.0"), first));
        assertThat(grid.register().running("openssl")).isEmpty();
    }

    @Test
    void siteThatOnlySaidWhichReleaseItRunsIsFoundByItsComponents() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.accept(new ReportDeployment(release, KIT, at(KIT)));
        assertThat(grid.register().running("voms"))
                .containsExactly(new Sighting(KIT, EL9, "voms", evr("2.1.0"), grid.now));
        assertThat(grid.register().running(release)).containsExactly(new Running(KIT, grid.now));
    }

    @Test
    void inventorySaysMoreThanWhatWasSaidOfReleases() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.accept(new ReportDeployment(release, KIT, at(KIT)));
        grid.report(KIT, "voms", "2.0.0");
        assertThat(grid.register().running("voms"))
                .extracting(Sighting::version)
                .containsExactly(evr("2.0.0"));
        assertThat(grid.register().running("voms-clients")).isEmpty();
    }

    @Test
    void sitesBelowABaselineAreFoundOnThePlatformThatItIsFor() {
        grid.report(CERN, "voms", "2.1.0");
        grid.report(DESY, "voms", "2.0.9");
        grid.accept(new ReportVersions(KIT, EL8, versions("voms", "1.0"), MU));
        assertThat(grid.register().below("voms", EL9, evr("2.1.0")))
                .extracting(Sighting::site)
                .containsExactly(DESY);
    }

    @Test
    void adoptionIsTheShareOfSitesThatAreKnownToRunTheComponents() {
        Instant start = grid.now;
        ReleaseId release = grid.contribute("2.1.0");
        grid.report(DESY, "voms", "2.0.0");
        grid.now = start.plusSeconds(60);
        grid.report(CERN, "voms", "2.1.0");
        grid.now = start.plusSeconds(120);
        grid.accept(new ReportDeployment(release, KIT, at(KIT)));
        grid.report(DESY, "voms", "2.1.0", "voms-clients", "2.1.0");
        grid.now = start.plusSeconds(180);
        grid.report(CERN, "openssl", "3.0.7");
        assertThat(grid.register().adoption(release))
                .containsExactly(
                        new Adoption(start, 0, 1),
                        new Adoption(start.plusSeconds(60), 1, 2),
                        new Adoption(start.plusSeconds(120), 3, 3),
                        new Adoption(start.plusSeconds(180), 2, 3));
        assertThat(new Adoption(start, 1, 2).share()).isEqualTo(0.5);
    }

    @Test
    void releaseThatNobodyKnowsHasNoAdoption() {
        assertThat(grid.register().adoption(ReleaseId.of("nothing"))).isEmpty();
        assertThat(grid.register().running(ReleaseId.of("nothing"))).isEmpty();
    }

    @Test
    void faultyVersionStaysOneWhateverTookItsPlace() {
        ReleaseId faulty = grid.contribute("2.1.0");
        grid.intoProduction(faulty);
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.0");
        grid.report(DESY, "voms", "2.1.0", "voms-clients", "2.1.0");
        assertThat(grid.register().concerns()).isEmpty();
        grid.critical(faulty, "GGUS-1");
        grid.intoProduction(grid.contribute("2.1.1"));
        grid.report(DESY, "voms", "2.1.0", "voms-clients", "2.1.1");
        assertThat(grid.register().concerns())
                .extracting(
                        each -> each.sighting().site(), each -> each.sighting().component(), Concern::standing)
                .containsExactly(
                        tuple(CERN, "voms", Standing.FAULTY),
                        tuple(CERN, "voms-clients", Standing.FAULTY),
                        tuple(DESY, "voms", Standing.FAULTY));
    }

    @Test
    void faultThatWasLoweredIsNoConcern() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.intoProduction(release);
        grid.report(CERN, "voms", "2.1.0");
        grid.critical(release, "GGUS-1");
        grid.accept(new LowerCriticality(release, IncidentId.of("GGUS-1"), "a wrong setting", MU));
        assertThat(grid.register().concerns()).hasSize(1);
        grid.accept(
                new LowerCriticality(release, IncidentId.of("GGUS-1"), "a wrong setting", Actor.middlewareUnit("max")));
        assertThat(grid.register().concerns()).isEmpty();
    }

    @Test
    void rejectedAndWithdrawnVersionsAreConcerns() {
        ReleaseId rejected = grid.contribute("2.1.0");
        grid.critical(rejected, "GGUS-1");
        ReleaseId withdrawn = grid.contribute("2.2.0");
        grid.accept(new Withdraw(withdrawn, "mistake", PACKAGER));
        grid.report(CERN, "voms", "2.1.0");
        grid.accept(new ReportDeployment(withdrawn, KIT, at(KIT)));
        assertThat(grid.register().concerns())
                .extracting(each -> each.sighting().site(), Concern::release, Concern::standing)
                .containsExactly(
                        tuple(CERN, rejected, Standing.REJECTED),
                        tuple(KIT, withdrawn, Standing.WITHDRAWN),
                        tuple(KIT, withdrawn, Standing.WITHDRAWN));
    }

    @Test
    void releaseIsAConcernFromTheEndOfItsSecuritySupport() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.intoProduction(release);
        grid.report(CERN, "voms", "2.1.0");
        Instant support = grid.now.plus(Duration.ofDays(10));
        grid.accept(new AnnounceRetirement(release, support, support.plus(Duration.ofDays(10)), "old", MU));
        grid.pass(Duration.ofDays(10));
        assertThat(grid.register().concerns())
                .as("the last instant is supported")
                .isEmpty();
        grid.pass(Duration.ofSeconds(1));
        assertThat(grid.register().concerns())
                .extracting(Concern::standing)
                .containsExactly(Standing.SECURITY_SUPPORT_ENDED);
        grid.pass(Duration.ofDays(11));
        grid.accept(new Retire(release, "old", MU));
        assertThat(grid.register().concerns()).extracting(Concern::standing).containsExactly(Standing.RETIRED);
    }

    @Test
    void supersededVersionIsNoConcern() {
        ReleaseId older = grid.contribute("2.1.0");
        grid.intoProduction(older);
        grid.report(CERN, "voms", "2.1.0");
        grid.intoProduction(grid.contribute("2.2.0"));
        assertThat(grid.register().concerns()).isEmpty();
    }
}
