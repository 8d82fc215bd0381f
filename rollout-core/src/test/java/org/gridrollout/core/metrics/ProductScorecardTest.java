package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.junit.jupiter.api.Test;

class ProductScorecardTest {

    private static final ProductId VOMS = ProductId.of("voms");
    private static final Period MARCH = Period.month(YearMonth.of(2026, 3));

    private final JournalWriter writer = new JournalWriter("2026-03-02T08:00:00Z");

    @Test
    void leadTimeIsSplitIntoWaitingAndWorking() {
        ReleaseId voms = writer.contribute("voms-1", "voms");
        writer.pass(Duration.ofHours(1)).inBeta(voms);
        writer.pass(Duration.ofHours(10)).announce(voms);
        writer.pass(Duration.ofDays(3));
        hold(voms);
        writer.pass(Duration.ofDays(1));
        writer.record(
                voms, new RolloutEvent.HoldReleased(writer.now(), RolloutState.ROLLING_OUT, "go on", Duration.ZERO));
        writer.pass(Duration.ofDays(4)).clear(voms);
        writer.pass(Duration.ofHours(20)).decidePromotion(voms);
        writer.pass(Duration.ofHours(2)).inProduction(voms);
        LeadTime lead = march().leadTime();
        assertThat(lead.total().median()).contains(Duration.ofDays(8).plusHours(33));
        assertThat(lead.waiting().median()).contains(Duration.ofDays(8).plusHours(30));
        assertThat(lead.working().median()).contains(Duration.ofHours(3));
        assertThat(lead.inState())
                .containsOnlyKeys(
                        RolloutState.CONTRIBUTED,
                        RolloutState.IN_BETA,
                        RolloutState.ROLLING_OUT,
                        RolloutState.HELD,
                        RolloutState.GOOD,
                        RolloutState.PROMOTING);
        assertThat(lead.inState().get(RolloutState.ROLLING_OUT).median()).contains(Duration.ofDays(7));
    }

    @Test
    void teamThatSubmitsFasterThanAnybodyCanTryIsStarved() {
        ReleaseId previous = writer.announced("voms-0", "voms");
        for (int i = 1; i <= 3; i++) {
            ReleaseId next = writer.announced("voms-" + i, "voms");
            writer.supersede(previous, next, true);
            previous = next;
        }
        assertThat(march().releases().supersededBeforeEvidence()).isEqualTo(3);
        assertThat(march().releases().starved()).hasToString("100.0 % (3 of 3)");
        assertThat(march().releases().inFlight()).isEqualTo(1);
    }

    @Test
    void releasesInFlightAreThoseOfThePeriodsEnd() {
        ReleaseId voms = writer.announced("voms-1", "voms");
        writer.at("2026-04-10T00:00:00Z")
                .record(voms, new RolloutEvent.Withdrawn(writer.now(), JournalWriter.MU, "mistake", Optional.empty()));
        assertThat(march().releases().inFlight()).isEqualTo(1);
        assertThat(metrics().product(VOMS, Period.month(YearMonth.of(2026, 4))).releases())
                .isEqualTo(new Releases(0, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void faultEscapesWhereEvidenceWasPassedAndIsUnguardedWhereItWasWaived() {
        ReleaseId passed = intoProduction("voms-1", true);
        writer.findFaulty(passed, "GGUS-1");
        ReleaseId waived = intoProduction("voms-2", false);
        writer.findFaulty(waived, "GGUS-2");
        assertThat(march().faults()).isEqualTo(new Faults(1, 1, 0));
    }

    @Test
    void successorInProductionSupersedesNothingThatWasUnderWay() {
        ReleaseId older = intoProduction("voms-1", true);
        ReleaseId newer = intoProduction("voms-2", true);
        writer.supersede(older, newer, false);
        assertThat(march().releases()).isEqualTo(new Releases(2, 2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void productThatWasNeverHeardOfHasAnEmptyScorecard() {
        ProductScorecard card = metrics().product(ProductId.of("fts"), MARCH);
        assertThat(card.leadTime()).isEqualTo(new LeadTime(Times.NONE, Times.NONE, Times.NONE, Map.of()));
        assertThat(card.releases().starved().isDefined()).isFalse();
        assertThat(card.answers().honour().isDefined()).isFalse();
    }

    private ReleaseId intoProduction(String id, boolean onEvidence) {
        ReleaseId release = writer.announced(id, "voms");
        if (onEvidence) {
            writer.clear(release);
        } else {
            writer.clearByWaiver(release);
        }
        writer.decidePromotion(release);
        writer.inProduction(release);
        return release;
    }

    private void hold(ReleaseId release) {
        writer.record(
                release,
                new RolloutEvent.Held(
                        writer.now(),
                        new Hold(RolloutState.ROLLING_OUT, Party.MIDDLEWARE_UNIT, "wait", Optional.empty(), true)));
    }

    private ProductScorecard march() {
        return metrics().product(VOMS, MARCH);
    }

    private Metrics metrics() {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        return metrics;
    }
}
