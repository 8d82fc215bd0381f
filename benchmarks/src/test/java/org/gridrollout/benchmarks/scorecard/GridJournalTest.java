package org.gridrollout.benchmarks.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.Period;
import org.junit.jupiter.api.Test;

class GridJournalTest {

    private static final GridShape SMALL =
            new GridShape(60, 120, 3, 10, List.of(Duty.ACKNOWLEDGE, Duty.DEPLOY, Duty.REPORT));

    private final List<RecordedEvent> journal = GridJournal.of(SMALL);

    @Test
    void isTheSameInEveryRun() {
        assertThat(GridJournal.of(SMALL)).isEqualTo(journal);
    }

    @Test
    void goesForwardInTimeAndPosition() {
        assertThat(journal).isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
        assertThat(journal.get(0).position()).isEqualTo(1);
        assertThat(journal.get(journal.size() - 1).position()).isEqualTo(journal.size());
    }

    @Test
    void tellsLivesThatTheLifecyclePermits() {
        assertThat(histories()).hasSize(SMALL.releases());
        histories()
                .forEach((release, history) -> assertThatCode(() -> Lifecycle.replay(history))
                        .as(release.value())
                        .doesNotThrowAnyException());
    }

    @Test
    void leavesTheNewestReleaseOfEachProductAndNothingOwed() {
        List<Rollout> rollouts =
                histories().values().stream().map(Lifecycle::replay).toList();
        assertThat(rollouts)
                .filteredOn(each -> each.state() != RolloutState.SUPERSEDED)
                .hasSize(SMALL.products())
                .allMatch(each -> each.state().isInProduction());
        assertThat(rollouts).noneMatch(each -> each.obligations().stream().anyMatch(Obligation::isPending));
    }

    @Test
    void hasWhatScorecardsCount() {
        assertThat(journal)
                .extracting(each -> each.event().type())
                .contains(
                        EventType.ANSWERED,
                        EventType.DEPLOYED,
                        EventType.REPORTED_WORKING,
                        EventType.OBLIGATION_NEAR_DUE,
                        EventType.OBLIGATION_DONE_LATE,
                        EventType.INCIDENT_FILED,
                        EventType.HOLD_RELEASED,
                        EventType.FOUND_FAULTY,
                        EventType.SUPERSEDED);
    }

    @Test
    void asksEverySiteEquallyOften() {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(journal);
        for (SiteId site : SMALL.siteIds()) {
            assertThat(metrics.site(site, Period.ALWAYS)
                            .duties()
                            .get(Duty.REPORT)
                            .counted()
                            .due())
                    .as(site.value())
                    .isEqualTo(SMALL.releases() * SMALL.asked() / SMALL.sites());
        }
    }

    @Test
    void canHaveEverySiteOnEveryRelease() {
        GridShape everybody = new GridShape(7, 12, 3, 7, List.of(Duty.REPORT));
        assertThat(GridJournal.of(everybody))
                .filteredOn(each -> each.event() instanceof RolloutEvent.Announced)
                .hasSize(12)
                .allSatisfy(each -> assertThat(((RolloutEvent.Announced) each.event()).obligations())
                        .hasSize(7));
    }

    private Map<ReleaseId, List<RolloutEvent>> histories() {
        Map<ReleaseId, List<RolloutEvent>> histories = new LinkedHashMap<>();
        journal.forEach(each -> histories
                .computeIfAbsent(each.release(), release -> new ArrayList<>())
                .add(each.event()));
        return histories;
    }
}
