package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.DESY;
import static org.gridrollout.core.engine.SmallGrid.EL9;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.PACKAGER;
import static org.gridrollout.core.engine.SmallGrid.VOMS;
import static org.gridrollout.core.engine.SmallGrid.at;
import static org.gridrollout.core.engine.SmallGrid.evr;
import static org.gridrollout.core.engine.SmallGrid.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Installed;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StoreException;
import org.junit.jupiter.api.Test;

/** What a site's inventory leads to. */
class VersionReportsTest {

    private final SmallGrid grid = new SmallGrid();

    @Test
    void siteThatHasAReleasesVersionsRunsIt() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.announce(release);
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.0");
        assertThat(grid.rollout(release).deployments())
                .containsExactly(new Deployment(CERN, grid.now, Optional.empty(), Deployment.Basis.ASKED));
    }

    @Test
    void siteThatMovedOnHasLeftTheEarlierRelease() {
        ReleaseId older = grid.contribute("2.1.0");
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.0");
        ReleaseId newer = grid.contribute("2.2.0");
        grid.report(CERN, "voms", "2.2.0", "voms-clients", "2.2.0");
        assertThat(grid.running(older)).isEmpty();
        assertThat(grid.running(newer)).containsExactly(CERN);
    }

    @Test
    void oneComponentIsEnoughIfTheSiteHasNoOther() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.report(CERN, "voms-clients", "2.1.0");
        assertThat(grid.running(release)).containsExactly(CERN);
    }

    @Test
    void mixOfVersionsIsNoRelease() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.0");
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.0.9");
        assertThat(grid.running(release)).isEmpty();
    }

    @Test
    void releaseOfOtherComponentsIsLeftAsSoonAsItsVersionsAreGone() {
        ReleaseId both = grid.contribute("2.1.0");
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.0");
        ReleaseId clients = grid.contribute("2.1.1", List.of("voms-clients"));
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.1");
        assertThat(grid.running(both)).isEmpty();
        assertThat(grid.running(clients)).containsExactly(CERN);
    }

    @Test
    void whatIsAbsentIsNoLongerInstalled() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.report(CERN, "voms", "2.1.0");
        grid.report(CERN, "openssl", "3.0.7");
        assertThat(grid.running(release)).isEmpty();
        assertThat(grid.installed(CERN)).containsOnlyKeys("openssl");
    }

    @Test
    void deployingAsAskedIsSeenInTheInventory() {
        Sla sla = Sla.builder()
                .name("deploys")
                .deployWithin(Duration.ofDays(2))
                .reportWithin(Duration.ofDays(7))
                .build();
        grid.accept(new Enrol(new Enrolment(CERN, VOMS, sla, grid.now, Optional.empty()), MU));
        ReleaseId release = grid.contribute("2.1.0");
        grid.announce(release);
        grid.report(CERN, "voms", "2.1.0");
        assertThat(grid.rollout(release).obligations())
                .filteredOn(each -> each.duty() == Duty.DEPLOY)
                .extracting(each -> each.outcome())
                .containsExactly(ObligationOutcome.MET);
    }

    @Test
    void versionSeenAtASiteRaisesTheFloor() {
        grid.contribute("2.1.0");
        grid.report(DESY, "voms", "2.3.0");
        assertThat(grid.floor()).isEqualTo(versions("voms", "2.3.0", "voms-clients", "2.1.0"));
        assertThat(grid.refusal(new RolloutCommand.Contribute(grid.release("2.2.0", List.of("voms")), PACKAGER)))
                .contains("voms-2.2.0-1.el9.x86_64 is not higher than 2.3.0-1.el9");
    }

    @Test
    void versionSeenBeforeAnythingWasReleasedRaisesTheFloorAsWell() {
        grid.report(DESY, "voms", "2.0.0", "openssl", "3.0.7");
        assertThat(grid.floor()).isEqualTo(versions("voms", "2.0.0"));
    }

    @Test
    void componentsThatNoProductNamesAreKeptAndLeadToNothing() {
        long before = grid.store.head().position();
        grid.report(DESY, "openssl", "3.0.7");
        assertThat(grid.installed(DESY)).containsEntry("openssl", new Installed(evr("3.0.7"), grid.now));
        assertThat(grid.store.head().position()).isEqualTo(before + 1);
        assertThat(grid.floor()).isEmpty();
    }

    @Test
    void inventoryOfThousandsOfComponentsFindsTheFewThatProductsName() {
        ReleaseId release = grid.contribute("2.1.0");
        Map<String, Evr> installed = versions("voms", "2.1.0");
        for (int i = 0; i < 2_000; i++) {
            installed.put("package-" + i, evr("1." + i));
        }
        grid.accept(new ReportVersions(CERN, EL9, installed, MU));
        assertThat(grid.running(release)).containsExactly(CERN);
    }

    @Test
    void versionsThatDidNotChangeKeepTheirSince() {
        Instant first = grid.now;
        grid.report(DESY, "voms", "2.0.0", "openssl", "3.0.7");
        grid.now = first.plus(Duration.ofDays(1));
        grid.report(DESY, "voms", "2.0.0", "openssl", "3.0.8");
        assertThat(grid.installed(DESY))
                .containsEntry("voms", new Installed(evr("2.0.0"), first))
                .containsEntry("openssl", new Installed(evr("3.0.8"), grid.now));
    }

    @Test
    void olderReadingDoesNotReplaceANewerOne() {
        grid.report(DESY, "voms", "2.1.0");
        ReportVersions late = new ReportVersions(
                DESY, EL9, versions("voms", "2.0.0"), Optional.of(grid.now.minusSeconds(1)), at(DESY));
        assertThat(grid.refusal(late)).contains("is older than what is known");
        assertThat(grid.installed(DESY).get("voms").version()).isEqualTo(evr("2.1.0"));
    }

    @Test
    void clockOfASourceThatIsAheadLocksNobodyOut() {
        grid.accept(new ReportVersions(
                DESY, EL9, versions("voms", "2.0.0"), Optional.of(grid.now.plus(Duration.ofDays(400))), at(DESY)));
        grid.now = grid.now.plusSeconds(1);
        grid.report(DESY, "voms", "2.1.0");
        assertThat(grid.installed(DESY).get("voms").version()).isEqualTo(evr("2.1.0"));
    }

    @Test
    void siteReportsForItselfAndTheMuForAll() {
        ReportVersions byOther = new ReportVersions(CERN, EL9, versions("voms", "2.0.0"), at(DESY));
        assertThat(grid.refusal(byOther)).contains("speaks neither for site CERN-PROD nor for the MU");
        grid.accept(new ReportVersions(CERN, EL9, versions("voms", "2.0.0"), MU));
        assertThat(grid.installed(CERN)).containsOnlyKeys("voms");
    }

    @Test
    void unknownSiteIsRefused() {
        SiteId nowhere = SiteId.of("NOWHERE");
        assertThat(grid.refusal(new ReportVersions(nowhere, EL9, versions("voms", "2.0.0"), MU)))
                .isEqualTo("Site NOWHERE is not registered.");
    }

    @Test
    void releaseThatEndedLongAgoIsFoundAgain() {
        ReleaseId rejected = grid.contribute("2.1.0");
        grid.critical(rejected, "GGUS-1");
        grid.contribute("2.2.0");
        grid.report(DESY, "voms", "2.1.0", "voms-clients", "2.1.0");
        assertThat(grid.running(rejected)).containsExactly(DESY);
        grid.report(DESY, "voms", "2.2.0", "voms-clients", "2.2.0");
        assertThat(grid.running(rejected)).isEmpty();
    }

    @Test
    void endedReleaseIsFoundBesideALivingOneOfOtherComponents() {
        ReleaseId ended = grid.contribute("2.1.0", List.of("voms-clients"));
        grid.contribute("2.2.0", List.of("voms-clients"));
        ReleaseId living = grid.contribute("2.3.0", List.of("voms"));
        grid.report(CERN, "voms", "2.3.0", "voms-clients", "2.1.0");
        assertThat(grid.rollout(ended).state()).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(grid.running(ended)).containsExactly(CERN);
        assertThat(grid.running(living)).containsExactly(CERN);
    }

    @Test
    void siteThatLeftAFaultyReleaseClearsTheFleet() {
        ReleaseId faulty = grid.contribute("2.1.0");
        grid.intoProduction(faulty);
        grid.report(CERN, "voms", "2.1.0", "voms-clients", "2.1.0");
        grid.critical(faulty, "GGUS-2");
        ReleaseId fix = grid.contribute("2.1.1");
        grid.intoProduction(fix);
        assertThat(grid.rollout(faulty).restoration().orElseThrow().fleetClearAt())
                .isEmpty();
        grid.report(CERN, "voms", "2.1.1", "voms-clients", "2.1.1");
        assertThat(grid.rollout(faulty).restoration().orElseThrow().fleetClearAt())
                .contains(grid.now);
    }

    @Test
    void stoppedBetweenReportAndWhatItLeadsToTheSweepGoesOn() {
        ReleaseId release = grid.contribute("2.1.0");
        Instant reported = grid.now;
        grid.commitsLeft(1);
        assertThatThrownBy(() -> grid.report(CERN, "voms", "2.1.0")).isInstanceOf(StoreException.class);
        grid.powerIsBack();
        assertThat(grid.installed(CERN)).as("the report itself is kept").containsOnlyKeys("voms");
        assertThat(grid.running(release)).isEmpty();
        grid.pass(Duration.ofHours(1));
        assertThat(grid.rollout(release).deployments())
                .as("since the report, whenever it is followed")
                .extracting(Deployment::since)
                .containsExactly(reported);
    }

    @Test
    void sameReportAgainGoesOnAsWell() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.commitsLeft(1);
        assertThatThrownBy(() -> grid.report(CERN, "voms", "2.1.0")).isInstanceOf(StoreException.class);
        grid.powerIsBack();
        grid.report(CERN, "voms", "2.1.0");
        assertThat(grid.running(release)).containsExactly(CERN);
    }

    @Test
    void releaseThatBetaDoesNotOfferYetHearsOfItWhenItDoes() {
        grid.commitsLeft(1);
        assertThatThrownBy(() -> grid.contribute("2.1.0")).isInstanceOf(StoreException.class);
        grid.powerIsBack();
        ReleaseId release = ReleaseId.of("voms-2.1.0");
        assertThat(grid.state(release)).isEqualTo(RolloutState.CONTRIBUTED);
        grid.report(DESY, "voms", "2.1.0");
        assertThat(grid.running(release)).isEmpty();
        grid.pass(Duration.ofHours(1));
        grid.pass(Duration.ofHours(1));
        assertThat(grid.state(release)).isEqualTo(RolloutState.IN_BETA);
        assertThat(grid.running(release)).containsExactly(DESY);
    }
}
