package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.party.Actor;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.Refusal;
import org.gridrollout.core.engine.RolloutEngine;

/** The journal says of everybody who asked for something that he did, and what came of it. */
class AuditProperties {

    @Provide
    Arbitrary<Recorded> histories() {
        return Recorded.any();
    }

    @Property(tries = 40)
    void everyRefusedCommandIsRecordedOnceAndEveryOneThatChangedSomethingIsJournalledOnce(
            @ForAll("histories") Recorded history) {
        GridSimulation grid = history.grid();
        for (Action action : history.actions()) {
            long before = grid.backends().store().head().position();
            Optional<Outcome> outcome = grid.perform(action);
            assertRecorded(grid.engine(), before, outcome);
            for (Actor intruder : Intruders.ALL) {
                long between = grid.backends().store().head().position();
                assertRecorded(grid.engine(), between, grid.tryAs(intruder, action));
            }
        }
    }

    private static void assertRecorded(RolloutEngine engine, long after, Optional<Outcome> outcome) {
        List<RecordedChange> changes = engine.changes(after, 1_000);
        List<Refusal> refusals = engine.refusals(after, 1_000);
        List<Command> asked = changes.stream()
                .flatMap(each -> each.command().stream())
                .filter(each -> !each.actor().equals(Actor.SYSTEM))
                .toList();
        assertThat(changes.stream().flatMap(each -> each.refusal().stream())).isEqualTo(refusals);
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Refused refused) {
            assertThat(refusals).extracting(Refusal::verdict).containsExactly(refused.verdict());
            assertThat(asked).isEmpty();
        } else if (outcome.isPresent() && outcome.get() instanceof Outcome.Accepted accepted) {
            assertThat(refusals).isEmpty();
            if (accepted.rollout().isPresent()) {
                assertThat(asked).hasSize(accepted.events().isEmpty() ? 0 : 1);
            } else { // a change of the registry has no events, and saying it again changes nothing
                assertThat(asked).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(changes.stream()
                            .filter(each -> asked.equals(each.command().stream().toList()))
                            .flatMap(each -> each.events().stream().map(RecordedEvent::event)))
                    .containsAll(accepted.events());
        } else {
            assertThat(refusals).isEmpty();
            assertThat(asked).isEmpty();
        }
    }

    @Property(tries = 20)
    void changesTellEveryEventOfTheHistoryInItsOrder(@ForAll("histories") Recorded history) {
        GridSimulation grid = history.played();
        List<RecordedEvent> told = new ArrayList<>();
        long after = 0;
        List<RecordedChange> page = grid.engine().changes(after, 7);
        while (!page.isEmpty()) {
            page.forEach(each -> told.addAll(each.events()));
            page = grid.engine().changes(page.get(page.size() - 1).position(), 7);
        }
        assertThat(told).isEqualTo(grid.engine().history(0, Integer.MAX_VALUE));
    }
}
