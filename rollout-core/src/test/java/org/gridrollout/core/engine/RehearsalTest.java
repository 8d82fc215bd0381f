package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.whatif.PlayedGrid;
import org.junit.jupiter.api.Test;

/** Time goes on in a rehearsal from where the engine stands. */
class RehearsalTest {

    private final PlayedGrid grid = new PlayedGrid();
    private final List<RolloutEvent> told = new ArrayList<>();

    @Test
    void whatIsStillPendingIsPublishedInTheNextGenerationOfTheRepositoryAsItIs() {
        grid.contribute("2.1.0");
        RolloutEngine broken = grid.engineThatCannotPublish();
        assertThatThrownBy(() -> broken.execute(
                        new Contribute(grid.release("2.2.0", Optional.of(grid.certification())), PlayedGrid.TEAM)))
                .hasMessageContaining("out of order");
        onward(Duration.ZERO);
        assertThat(told).contains(new RolloutEvent.BetaPublished(grid.now(), 2));
        assertThat(told).hasAtLeastOneElementOfType(RolloutEvent.Superseded.class);
    }

    @Test
    void whatIsDueHappensAtItsInstantAndOnlyByTheInstantAskedFor() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        onward(Duration.ofDays(14));
        assertThat(told).doesNotHaveAnyElementsOfTypes(RolloutEvent.Cleared.class);
        told.clear();
        onward(Duration.ofDays(14).plusNanos(1_000));
        assertThat(told)
                .filteredOn(RolloutEvent.Cleared.class::isInstance)
                .extracting(RolloutEvent::at)
                .containsExactly(grid.now().plus(Duration.ofDays(14)).plusNanos(1_000));
        assertThat(grid.engine().history(release)).hasSize(5);
    }

    @Test
    void answerNobodyWaitsForIsNoMatter() {
        grid.contribute("2.1.0");
        List<RecordedChange> changes = grid.engine().changes(0, 100);
        RecordedChange answered = changes.get(changes.size() - 1);
        assertThat(answered.command()).containsInstanceOf(RolloutCommand.ConfirmPublication.class);
        Rehearsal rehearsal = Rehearsal.anew(
                grid.engine(),
                grid.engine().policy(),
                new InMemoryRolloutStore(),
                Rehearsal.Keeps.DOCUMENTS,
                (release, event) -> told.add(event));
        assertThat(rehearsal.play(answered)).isEmpty();
        rehearsal.advanceTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(told).isEmpty();
    }

    private void onward(Duration time) {
        Rehearsal.onward(grid.engine(), grid.now().plus(time), (release, event) -> told.add(event));
    }
}
