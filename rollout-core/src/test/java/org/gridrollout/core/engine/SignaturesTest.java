package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Signature.Trust;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What a repository says of packages' signatures is asked when it is decided, not when they were taken in. */
class SignaturesTest {

    private static final Signature TRUSTED = signature(Trust.TRUSTED, "Signed by Ada.");
    private static final Signature REVOKED = signature(Trust.UNTRUSTED, "It is signed by a key that was revoked.");

    private final SmallGrid grid = new SmallGrid();

    @Test
    void aKeyRevokedBeforePromotionHoldsTheRelease() {
        grid.signatures = taken -> Optional.of(TRUSTED);
        ReleaseId release = cleared(grid);
        grid.signatures = taken -> Optional.of(REVOKED);

        assertThat(grid.refusal(new Promote(release, SmallGrid.MU)))
                .contains("voms-2.1.0-1.el9.x86_64: It is signed by a key that was revoked.");
        assertThat(grid.engine.explain(release).passes()).isFalse();
        grid.signatures = taken -> Optional.of(TRUSTED);
        grid.accept(new Promote(release, SmallGrid.MU));
        assertThat(grid.state(release)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void automaticPromotionWaitsForATrustedKey() {
        SmallGrid automatic = new SmallGrid(RolloutPolicy.STANDARD.withPromotion(RolloutPolicy.Promotion.AUTOMATIC));
        automatic.signatures = taken -> Optional.of(REVOKED);
        ReleaseId release = cleared(automatic);
        automatic.pass(Duration.ofDays(1));
        assertThat(automatic.state(release)).isEqualTo(RolloutState.GOOD);

        automatic.signatures = taken -> Optional.of(TRUSTED);
        automatic.pass(Duration.ofDays(1));
        assertThat(automatic.state(release)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void aRepositoryInTroubleHoldsPromotionButNoIncident() {
        ReleaseId release = cleared(grid);
        grid.signatures = taken -> {
            throw new RepositoryException("disk gone");
        };

        assertThat(grid.refusal(new Promote(release, SmallGrid.MU))).contains("disk gone");
        grid.accept(new FileIncident(
                release, IncidentId.of("i-1"), "broken", Stage.BETA, Optional.empty(), SmallGrid.at(SmallGrid.CERN)));
        assertThat(grid.state(release)).isEqualTo(RolloutState.HELD);
    }

    @Test
    void whatIsInProductionStaysThereWhenItsKeyIsRevoked() {
        grid.signatures = taken -> Optional.of(TRUSTED);
        ReleaseId release = grid.contribute("2.1.0");
        grid.intoProduction(release);
        grid.signatures = taken -> Optional.of(REVOKED);
        grid.pass(Duration.ofDays(1));
        assertThat(grid.state(release)).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    private static ReleaseId cleared(SmallGrid grid) {
        ReleaseId release = grid.contribute("2.1.0");
        grid.announce(release);
        grid.accept(new Expedite(release, "urgent", SmallGrid.MU));
        assertThat(grid.state(release)).isEqualTo(RolloutState.GOOD);
        return release;
    }

    private static Signature signature(Trust trust, String sentence) {
        return new Signature(trust, sentence, Set.of(Stage.PRODUCTION));
    }
}
