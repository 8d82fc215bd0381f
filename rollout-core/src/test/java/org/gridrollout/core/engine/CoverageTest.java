package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.DESY;
import static org.gridrollout.core.engine.SmallGrid.EL8;
import static org.gridrollout.core.engine.SmallGrid.EL9;
import static org.gridrollout.core.engine.SmallGrid.KIT;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.TEAM;
import static org.gridrollout.core.engine.SmallGrid.VOMS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.EndEnrolment;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.SelectionCriteria;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.coverage.Cell;
import org.junit.jupiter.api.Test;

/** Who would watch a release, before one is announced. */
class CoverageTest {

    private final SmallGrid grid = new SmallGrid();

    @Test
    void platformThatNoEnrolledSiteRunsIsAGap() {
        release(EL8, EL9);
        runs(CERN, "tier-1", EL9);
        assertThat(grid.engine.coverage().gaps())
                .extracting(Cell::sentence)
                .containsExactly(
                        "No rollout site covers voms on el8/x86_64. No registered site would meet the criteria either.");
    }

    @Test
    void gapNamesWhomToRecruit() {
        grid.enrol(DESY);
        release(EL8, EL9);
        runs(CERN, "tier-1", EL9);
        runs(DESY, "tier-1", EL8);
        runs(KIT, "tier-1", EL8);
        grid.accept(new EndEnrolment(DESY, VOMS, grid.now.plus(Duration.ofDays(1)), MU));
        assertThat(grid.engine.coverage().gaps()).isEmpty();
        Instant later = grid.now.plus(Duration.ofDays(1));
        assertThat(grid.engine.coverage(later).gaps())
                .extracting(Cell::sentence)
                .containsExactly("No rollout site covers voms on el8/x86_64. The enrolment of DESY-HH ended on"
                        + " 2026-03-03 08:00 UTC. FZK-LCG2 would meet the criteria and is not enrolled.");
    }

    @Test
    void siteThatDoesNotMeetTheCriteriaIsNoNearMiss() {
        release(EL8);
        runs(CERN, "tier-1", EL9);
        runs(KIT, "tier-2", EL8);
        assertThat(grid.engine.coverage().gaps()).extracting(Cell::nearMisses).containsExactly(List.of());
    }

    @Test
    void siteThatHasNotSaidItsPlatformsIsAssumedToRunThem() {
        release(EL9);
        Cell cell = grid.engine.coverage().cells().get(0);
        assertThat(cell.isCovered()).isTrue();
        assertThat(cell.sentence())
                .isEqualTo("Rollout sites of voms that have not said whether they run el9/x86_64: CERN-PROD.");
    }

    @Test
    void productThatDoesNotSayItsPlatformsHasThoseItWasReleasedFor() {
        assertThat(grid.engine.coverage().cells()).isEmpty();
        grid.contribute("2.1.0");
        assertThat(grid.engine.coverage().cells()).extracting(Cell::platform).containsExactly(EL9);
    }

    @Test
    void releaseInBetaExplainsWhoCoversIt() {
        release(EL9);
        runs(CERN, "tier-1", EL9);
        ReleaseId release = grid.contribute("2.1.0");
        assertThat(grid.engine.explain(release).inWords())
                .contains("In beta; to be announced. Rollout sites of voms on el9/x86_64: CERN-PROD.");
    }

    @Test
    void releaseInBetaThatNobodyCoversExplainsWhomToRecruit() {
        release(EL9);
        runs(CERN, "tier-1", EL8);
        runs(KIT, "tier-1", EL9);
        ReleaseId release = grid.contribute("2.1.0");
        assertThat(grid.engine.explain(release).inWords())
                .contains(
                        "No rollout site covers voms on el9/x86_64. FZK-LCG2 would meet the criteria and is not enrolled.");
    }

    private void release(Platform... platforms) {
        grid.accept(new RegisterProduct(
                new Product(VOMS, TEAM, Set.of("voms", "voms-clients"))
                        .withPlatforms(Set.of(platforms))
                        .withCriteria(SelectionCriteria.NONE.withProfiles(Set.of("tier-1"))),
                MU));
    }

    private void runs(SiteId site, String profile, Platform platform) {
        grid.accept(new RegisterSite(new Site(site, "").withProfile(profile).withPlatforms(Set.of(platform)), MU));
    }
}
