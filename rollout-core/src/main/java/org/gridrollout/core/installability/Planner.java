package org.gridrollout.core.installability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.closure.ClosureDifference;

/** Finds what can go to production: as many releases as can, in steps as small as they can be. Deterministic. */
public final class Planner {

    /** Tries a change of production. */
    @FunctionalInterface
    public interface Trial {
        /** What adding and removing these would do to production. */
        ClosureDifference after(Collection<PackageRef> add, Collection<PackageRef> remove);
    }

    private static final int TRIALS = 1_000;

    private final JointTrial trial;

    /** Tries on whatever {@code trial} looks at. */
    public Planner(Trial trial) {
        this.trial = new JointTrial(trial);
    }

    /**
     * What of these can go, in which steps, and why the others cannot.
     *
     * @param wanted of one product the newer release later
     */
    public PromotionPlan plan(List<Wanted> wanted) {
        LargestSet largest = new LargestSet(trial, wanted, TRIALS);
        List<Wanted> going = largest.find();
        List<PromotionPlan.LeftOut> leftOut = wanted.stream()
                .filter(each -> !going.contains(each))
                .map(each -> new PromotionPlan.LeftOut(each.release(), reasons(each, going)))
                .toList();
        return new PromotionPlan(steps(going), leftOut, largest.isKnownToBe());
    }

    /**
     * The fewest of the others that a release has to go together with, none of which could be spared; absent if it cannot
     * go with any of them.
     */
    public Optional<Set<ReleaseId>> companions(Wanted release, List<Wanted> others) {
        List<Wanted> all = new ArrayList<>(others);
        all.remove(release);
        all.add(0, release);
        List<Wanted> going = new LargestSet(trial, all, TRIALS).with(release).find();
        return going.isEmpty() ? Optional.empty() : Optional.of(JointTrial.names(fewest(release, going, List.of())));
    }

    /** Small steps first, each on top of those before. */
    private List<Set<ReleaseId>> steps(List<Wanted> going) {
        List<Set<ReleaseId>> steps = new ArrayList<>();
        List<Wanted> done = new ArrayList<>();
        List<Wanted> left = new ArrayList<>(going);
        while (!left.isEmpty()) {
            List<Wanted> step = left.stream()
                    .filter(each -> trial.holds(with(done, List.of(each))))
                    .findFirst()
                    .map(List::of)
                    .orElseGet(() -> smallestStep(left, done));
            steps.add(JointTrial.names(step));
            done.addAll(step);
            left.removeAll(step);
        }
        return steps;
    }

    private List<Wanted> smallestStep(List<Wanted> left, List<Wanted> done) {
        List<Wanted> smallest = left;
        for (Wanted each : left) {
            List<Wanted> step = fewest(each, left, done);
            smallest = step.size() < smallest.size() ? step : smallest;
        }
        return smallest;
    }

    /** Spares one after the other of those that hold together, but not the one in question. */
    private List<Wanted> fewest(Wanted kept, List<Wanted> going, List<Wanted> done) {
        List<Wanted> fewest = new ArrayList<>(going);
        for (Wanted each : going) {
            if (!each.equals(kept)) {
                fewest.remove(each);
                if (!trial.holds(with(done, fewest))) {
                    fewest.add(each);
                }
            }
        }
        return fewest;
    }

    private List<String> reasons(Wanted left, List<Wanted> going) {
        List<String> reasons = new ArrayList<>();
        List<Wanted> others = going.stream()
                .filter(each -> !each.product().equals(left.product()))
                .toList();
        if (others.size() < going.size()) {
            reasons.add("Another release of " + left.product() + " goes.");
            return reasons;
        }
        List<Wanted> more = with(others, List.of(left));
        Set<ReleaseId> names = JointTrial.names(more);
        new TreeSet<>(left.needs())
                .stream()
                        .filter(each -> !names.contains(each))
                        .forEach(each -> reasons.add("It needs " + each + ", which cannot go."));
        trial.difference(more).rootCauses().forEach(each -> reasons.add(each.sentence()));
        return reasons;
    }

    private static List<Wanted> with(List<Wanted> some, List<Wanted> others) {
        List<Wanted> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
