package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;

/** A decision in the making: each recorded event is folded in at once, so that the next step sees what it led to. */
final class Draft {

    private final Context context;
    private final ReleaseId target;
    private final Map<ReleaseId, Rollout> rollouts = new LinkedHashMap<>();
    private final Map<ReleaseId, List<RolloutEvent>> events = new LinkedHashMap<>();
    private ProductLine line;

    Draft(ReleaseId target, Optional<Rollout> rollout, Context context) {
        this.context = context;
        this.target = target;
        this.line = context.line();
        rollout.ifPresent(each -> rollouts.put(target, each));
        context.others().forEach(each -> rollouts.put(each.id(), each));
    }

    /** Whether the rollout decided on has begun. */
    boolean begun() {
        return rollouts.containsKey(target);
    }

    /** The rollout decided on, as it is by now. */
    Rollout rollout() {
        return rollout(target);
    }

    Rollout rollout(ReleaseId release) {
        Rollout rollout = rollouts.get(release);
        if (rollout == null) {
            throw new IllegalStateException("no rollout " + release);
        }
        return rollout;
    }

    /** The other living rollouts of the line, as they are by now, oldest first. */
    List<Rollout> others() {
        return line.living().stream()
                .filter(each -> !each.release().equals(target) && rollouts.containsKey(each.release()))
                .map(each -> rollout(each.release()))
                .toList();
    }

    /** Every rollout that was read, as it is by now: the one decided on, the living ones, those that sites still run. */
    List<Rollout> known() {
        return List.copyOf(rollouts.values());
    }

    RolloutPolicy policy() {
        return context.policy();
    }

    Release release() {
        return rollout().release();
    }

    Instant now() {
        return context.now();
    }

    /** The context as it is by now. */
    Context context() {
        return contextAt(context.now());
    }

    Context contextAt(Instant instant) {
        return new Context(
                instant,
                context.policy(),
                context.rules(),
                context.versions(),
                context.around(),
                line,
                List.of());
    }

    void record(RolloutEvent event) {
        record(target, event);
    }

    void record(ReleaseId release, RolloutEvent event) {
        Rollout after = event instanceof RolloutEvent.Contributed begins
                ? Evolution.begin(begins)
                : Evolution.evolve(rollout(release), event);
        rollouts.put(release, after);
        events.computeIfAbsent(release, each -> new ArrayList<>()).add(event);
        line = ProductLines.evolve(line, after, event, context.versions());
    }

    Decision decision(Optional<Verdict> refusal) {
        Map<ReleaseId, Rollout> changed = new LinkedHashMap<>();
        events.keySet().forEach(each -> changed.put(each, rollout(each)));
        return new Decision(events, changed, line, refusal);
    }
}
