package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.Refusal;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.lifecycle.Lifecycle;

/**
 * Plays steps on the engine, each at an instant of its own. A step whose instant is in the journal was played by an earlier
 * run; it is told again from the journal and not repeated, so that a run that was stopped goes on where it was.
 */
final class Play {

    private static final Duration BETWEEN_STEPS = Duration.ofHours(2);

    private final RolloutEngine engine;
    private final SimulatedClock clock;
    private final Timeline timeline;

    Play(RolloutEngine engine, SimulatedClock clock, Timeline timeline) {
        this.engine = engine;
        this.clock = clock;
        this.timeline = timeline;
    }

    Instant now() {
        return clock.instant();
    }

    Timeline timeline() {
        return timeline;
    }

    void register(RegistryCommand command) {
        if (engine.execute(command) instanceof Outcome.Refused refused) {
            throw new PlayedOtherwise(refused.verdict().toString());
        }
    }

    /** Somebody does something, and the release then is where the play says. */
    void does(RolloutCommand command, String what, RolloutState then) {
        clock.pass(BETWEEN_STEPS);
        if (!playedBefore(command.releaseId()) && engine.execute(command) instanceof Outcome.Refused refused) {
            throw new PlayedOtherwise(what + " was refused: " + refused.verdict());
        }
        tell(command.releaseId(), command.actor().toString(), what, then);
    }

    /** Somebody tries something that the rules refuse. */
    void triesInVain(RolloutCommand command, String what, RolloutState state) {
        clock.pass(BETWEEN_STEPS);
        Verdict verdict = refusedBefore().orElseGet(() -> {
            if (engine.execute(command) instanceof Outcome.Refused refused) {
                return refused.verdict();
            }
            throw new PlayedOtherwise(what + " should have been refused");
        });
        timeline.step(now(), command.actor().toString(), what + ": refused", state);
        timeline.verdict(verdict);
    }

    private Optional<Verdict> refusedBefore() {
        return engine.refusals(0, 1_000).stream()
                .filter(each -> each.at().equals(now()))
                .map(Refusal::verdict)
                .findFirst();
    }

    /** Time passes, and the sweep does what is due. */
    void timePasses(Duration duration, ReleaseId release, String what, RolloutState then) {
        clock.pass(duration);
        List<String> failures = engine.sweep().failures();
        if (!failures.isEmpty()) {
            throw new PlayedOtherwise(String.join("; ", failures));
        }
        tell(release, "engine", what, then);
    }

    /** Why it is there; left out where an earlier run has gone beyond. */
    void explain(ReleaseId release) {
        if (eventsUntil(release, now()).size() == engine.history(release).size()) {
            timeline.verdict(engine.explain(release));
        }
    }

    private void tell(ReleaseId release, String who, String what, RolloutState then) {
        RolloutState state = Lifecycle.replay(eventsUntil(release, now())).state();
        timeline.step(now(), who, what, state);
        if (state != then) {
            throw new PlayedOtherwise(release + " should be " + then + " and is " + state);
        }
    }

    private boolean playedBefore(ReleaseId release) {
        return engine.history(release).stream()
                .anyMatch(each -> each.event().at().equals(now()));
    }

    private List<RolloutEvent> eventsUntil(ReleaseId release, Instant instant) {
        return engine.history(release).stream()
                .map(RecordedEvent::event)
                .filter(each -> !each.at().isAfter(instant))
                .toList();
    }

    /** What an earlier run decided and could not finish is finished first, at the instant it was decided. */
    void goOn() {
        engine.sweep();
    }
}
