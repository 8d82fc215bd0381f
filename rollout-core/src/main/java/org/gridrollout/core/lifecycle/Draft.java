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
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: each recorded event is folded in at once, so that the next step sees what it led to. A line has
 * few living rollouts and a decision few events, so both are kept in lists and gone through.
 */
final class Draft {

    private record Recorded(ReleaseId release, RolloutEvent event) {}

    private final Context given;
    private final ReleaseId target;

    /** As they are by now; the one decided on comes first, unless it begins with this decision. */
    private final List<Rollout> rollouts;

    private final List<Recorded> recorded = new ArrayList<>(2);
    private ProductLine line;
    private @Nullable Context current;

    Draft(ReleaseId target, Optional<Rollout> rollout, Context context) {
        this.given = context;
        this.target = target;
        this.line = context.line();
        this.rollouts = new ArrayList<>(1 + context.others().size());
        rollout.ifPresent(rollouts::add);
        rollouts.addAll(context.others());
    }

    /** Whether the rollout decided on has begun. */
    boolean begun() {
        return place(target) >= 0;
    }

    /** The rollout decided on, as it is by now. */
    Rollout rollout() {
        return rollout(target);
    }

    Rollout rollout(ReleaseId release) {
        int place = place(release);
        if (place < 0) {
            throw new IllegalStateException("no rollout " + release);
        }
        return rollouts.get(place);
    }

    /** The other living rollouts of the line, as they are by now, oldest first. */
    List<Rollout> others() {
        List<Rollout> others = new ArrayList<>(line.living().size());
        for (ProductLine.Entry each : line.living()) {
            int place = each.release().equals(target) ? -1 : place(each.release());
            if (place >= 0) {
                others.add(rollouts.get(place));
            }
        }
        return others;
    }

    /** Every rollout that was read, as it is by now: the one decided on, the living ones, those that sites still run. */
    List<Rollout> known() {
        return List.copyOf(rollouts);
    }

    RolloutPolicy policy() {
        return given.policy();
    }

    Release release() {
        return rollout().release();
    }

    Instant now() {
        return given.now();
    }

    /** The context as it is by now. */
    Context context() {
        Context context = current;
        if (context == null) {
            context = given.on(line);
            current = context;
        }
        return context;
    }

    Context contextAt(Instant instant) {
        return context().at(instant);
    }

    void record(RolloutEvent event) {
        record(target, event);
    }

    void record(ReleaseId release, RolloutEvent event) {
        Rollout after;
        if (event instanceof RolloutEvent.Contributed begins) {
            after = Evolution.begin(begins);
            rollouts.add(after);
        } else {
            after = Evolution.evolve(rollout(release), event);
            rollouts.set(place(release), after);
        }
        recorded.add(new Recorded(release, event));
        line = ProductLines.evolve(line, after, event, given.versions());
        current = null;
    }

    Decision decision(Optional<Verdict> refusal) {
        if (recorded.isEmpty()) {
            return new Decision(Map.of(), Map.of(), line, refusal);
        }
        ReleaseId first = recorded.get(0).release();
        if (recorded.size() == 1) {
            return new Decision(
                    Map.of(first, List.of(recorded.get(0).event())), Map.of(first, rollout(first)), line, refusal);
        }
        List<RolloutEvent> ofFirst = new ArrayList<>(recorded.size());
        for (Recorded each : recorded) {
            if (each.release().equals(first)) {
                ofFirst.add(each.event());
            }
        }
        if (ofFirst.size() == recorded.size()) { // nothing happened to any other, as mostly
            return new Decision(Map.of(first, ofFirst), Map.of(first, rollout(first)), line, refusal);
        }
        Map<ReleaseId, List<RolloutEvent>> events = new LinkedHashMap<>();
        Map<ReleaseId, Rollout> changed = new LinkedHashMap<>();
        for (Recorded each : recorded) {
            events.computeIfAbsent(each.release(), release -> new ArrayList<>()).add(each.event());
            changed.put(each.release(), rollout(each.release()));
        }
        return new Decision(events, changed, line, refusal);
    }

    private int place(ReleaseId release) {
        for (int i = 0; i < rollouts.size(); i++) {
            if (rollouts.get(i).id().equals(release)) {
                return i;
            }
        }
        return -1;
    }
}
