package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What users of Argo Rollouts, apt and openSUSE's tools met, and what happens here. */
class NeighbourScenariosTest {

    @Test
    void argoRollouts_periodWithoutAnyMeasurementIsNoSuccess() {
        Infrastructure grid = new Infrastructure().product("voms");
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        grid.passes(Duration.ofDays(8));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(grid.engine.explain(voms).mustAct()).contains(Party.site(CERN));
    }

    @Test
    void aptPhasing_noSiteNeededIsSilenceIsGoodAndOneIsOne() {
        assertThat(afterAWeekOfSilence(0, false)).isEqualTo(RolloutState.GOOD);
        assertThat(afterAWeekOfSilence(1, false)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(afterAWeekOfSilence(1, true)).isEqualTo(RolloutState.GOOD);
        assertThat(afterAWeekOfSilence(2, true)).isEqualTo(RolloutState.INCONCLUSIVE);
    }

    @Test
    void openSuse_whatIsPublishedIsWhatWasTestedOrNothing() {
        Infrastructure grid = new Infrastructure().product("voms");
        grid.inProduction(grid.contribute("voms", "2.1.0"));
        Nevra nevra = new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64");
        SoftwarePackage same = grid.repository
                .describe(grid.repository
                        .current(Stage.PRODUCTION, Infrastructure.EL9)
                        .packages()
                        .get(0)
                        .sha256())
                .orElseThrow();
        byte[] rebuilt = InMemoryPackageRepository.packageFile(new SoftwarePackageBuilder()
                .from(same)
                .summary("built again, slightly different")
                .build());
        PackageRef other = grid.repository
                .intake(new ByteArrayInputStream(rebuilt), "rebuilt")
                .ref();
        assertThat(other.nevra()).isEqualTo(nevra);
        ChangeSet change = new ChangeSet(
                ChangeSetId.of("by-hand"), Stage.PRODUCTION, Infrastructure.EL9, List.of(other), List.of());
        assertThat(grid.repository.publish(change, 1)).isInstanceOf(PublicationResult.Refused.class);
    }

    private static RolloutState afterAWeekOfSilence(int sitesNeeded, boolean deployed) {
        RolloutPolicy policy = RolloutPolicy.STANDARD.withEvidence(new EvidencePolicy(sitesNeeded, 0));
        Infrastructure grid = new Infrastructure(parts -> parts.policy(policy)).product("voms");
        grid.does(new RegistryCommand.Enrol(
                new Enrolment(
                        DESY, ProductId.of("voms"), Sla.failuresWithin(Duration.ofDays(7)), grid.now, Optional.empty()),
                MU));
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        if (deployed) {
            grid.deploy(voms, CERN);
        }
        grid.passes(Duration.ofDays(7).plusMillis(1));
        return grid.state(voms);
    }
}
