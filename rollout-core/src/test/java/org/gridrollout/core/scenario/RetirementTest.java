package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import org.gridrollout.api.command.RetirementCommand.AnnounceRetirement;
import org.gridrollout.api.command.RetirementCommand.Retire;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Retirement;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.junit.jupiter.api.Test;

/** How a release goes out of support. */
class RetirementTest {

    private final Infrastructure grid = new Infrastructure().product("wms");
    private final ReleaseId wms = grid.inProduction(grid.contribute("wms", "3.4"));

    @Test
    void sitesHearOfTheStartTheEndOfSecuritySupportAndTheDeadline() {
        announce(Duration.ofDays(60), Duration.ofDays(90));
        assertThat(phase()).isEqualTo(Retirement.Phase.ANNOUNCED);
        assertThat(toldAtCern("goes out of support")).isTrue();
        grid.passes(Duration.ofDays(60));
        assertThat(phase()).as("at the last instant of security support").isEqualTo(Retirement.Phase.ANNOUNCED);
        grid.passes(Duration.ofNanos(1_000));
        assertThat(phase()).isEqualTo(Retirement.Phase.SECURITY_SUPPORT_ENDED);
        assertThat(toldAtCern("no longer repaired; you still run it")).isTrue();
        grid.passes(Duration.ofDays(30));
        assertThat(phase()).isEqualTo(Retirement.Phase.DUE);
        assertThat(toldAtCern("deadline to leave")).isTrue();
    }

    @Test
    void nothingIsTakenOutBeforeItsDeadlineOrUnannounced() {
        assertThat(grid.refusedBy(new Retire(wms, "old", MU))).contains("retirement-announced");
        announce(Duration.ofDays(60), Duration.ofDays(60));
        grid.passes(Duration.ofDays(60));
        assertThat(grid.refusedBy(new Retire(wms, "old", MU))).containsExactly("deadline-passed");
        grid.passes(Duration.ofNanos(1_000));
        grid.does(new Retire(wms, "old", MU));
        assertThat(grid.state(wms)).isEqualTo(RolloutState.RETIRED);
        assertThat(grid.offered(Stage.PRODUCTION)).isEmpty();
    }

    @Test
    void nobodyOwesAnythingMoreForWhatIsTakenOut() {
        grid.product("fts", Sla.failuresWithin(Duration.ofDays(365)));
        ReleaseId fts = grid.contribute("fts", "3.1");
        grid.announce(fts);
        grid.does(new Expedite(fts, "service is down", MU));
        grid.does(new Promote(fts, MU));
        Instant soon = grid.now.plus(Duration.ofDays(1));
        grid.does(new AnnounceRetirement(fts, soon, soon, "old", MU));
        grid.passes(Duration.ofDays(2));
        assertThat(report(fts).isPending()).isTrue();
        grid.does(new Retire(fts, "old", MU));
        assertThat(report(fts).outcome()).isEqualTo(ObligationOutcome.CANCELLED);
    }

    @Test
    void sayingTheSameRetirementAgainIsNoNews() {
        announce(Duration.ofDays(60), Duration.ofDays(90));
        int entries = grid.engine.history(wms).size();
        announce(Duration.ofDays(60), Duration.ofDays(90));
        assertThat(grid.engine.history(wms)).hasSize(entries);
        announce(Duration.ofDays(60), Duration.ofDays(80));
        assertThat(grid.engine.history(wms)).hasSize(entries + 1);
        announce(Duration.ofDays(50), Duration.ofDays(80));
        assertThat(grid.engine.history(wms)).hasSize(entries + 2);
    }

    @Test
    void whoWantsItOutEarlyIsToldTheDeadline() {
        announce(Duration.ofDays(60), Duration.ofDays(60));
        assertThat(grid.refusal(new Retire(wms, "old", MU)).inWords())
                .contains("Sites have until ")
                .contains(grid.now.plus(Duration.ofDays(60)).toString().substring(0, 10));
    }

    @Test
    void deadlineIsAtMostAMonthAfterTheEndOfSecuritySupport() {
        assertThat(grid.refusedBy(new AnnounceRetirement(
                        wms, grid.now.plus(Duration.ofDays(60)), grid.now.plus(Duration.ofDays(92)), "old", MU)))
                .containsExactly("deadline-within-grace");
        assertThat(grid.refusedBy(new AnnounceRetirement(wms, grid.now, grid.now, "old", MU)))
                .containsExactly("support-ends-later");
    }

    @Test
    void whatSomethingElseInProductionNeedsStaysThere() {
        grid.product("ui");
        grid.inProduction(grid.contribute(releaseThatNeedsWms()));
        announce(Duration.ofDays(60), Duration.ofDays(60));
        grid.passes(Duration.ofDays(61));
        assertThat(grid.refusal(new Retire(wms, "old", MU)).inWords())
                .contains("ui-1.0-1.el9.x86_64 in production requires wms >= 3.0, which nothing else there provides.");
        assertThat(grid.offered(Stage.PRODUCTION)).hasSize(2);
    }

    private Release releaseThatNeedsWms() {
        Nevra nevra = new Nevra("ui", Evr.of("1.0", "1.el9"), "x86_64");
        byte[] file = InMemoryPackageRepository.packageFile(new SoftwarePackageBuilder()
                .nevra(nevra)
                .sha256(new Sha256("0".repeat(64)))
                .size(0)
                .summary("ui")
                .source("")
                .addProvides(Capability.of("ui", Capability.Relation.EQ, "1.0-1.el9"))
                .addRequires(Capability.of("wms", Capability.Relation.GE, "3.0"))
                .build());
        PackageRef ref =
                grid.repository.intake(new ByteArrayInputStream(file), "ui").ref();
        return Release.builder()
                .id(ReleaseId.of("ui-1.0"))
                .product(ProductId.of("ui"))
                .label("UI 1.0")
                .platform(Infrastructure.EL9)
                .addPackages(ref)
                .certification(new Certification("tom", grid.now, ""))
                .build();
    }

    private void announce(Duration support, Duration deadline) {
        grid.does(new AnnounceRetirement(
                wms, grid.now.plus(support), grid.now.plus(deadline), "its successor is there.", MU));
    }

    private Obligation report(ReleaseId release) {
        return grid.rollout(release).obligations().stream()
                .filter(each -> each.duty() == Duty.REPORT)
                .findFirst()
                .orElseThrow();
    }

    private Retirement.Phase phase() {
        return grid.rollout(wms).retirement().orElseThrow().phase();
    }

    private boolean toldAtCern(String text) {
        return grid.told.stream()
                .anyMatch(each ->
                        each.recipient().equals(Party.site(CERN)) && each.text().contains(text));
    }
}
