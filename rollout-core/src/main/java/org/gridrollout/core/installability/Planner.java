package org.gridrollout.core.installability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.RootCause;

/**
 * Finds what can go to production: as many releases as it can, in steps as small as they can be. Takes all, drops whom the
 * remaining troubles are due to until none is left, and then tries each one it dropped again, so that no single release, and
 * none with what it needs, could be added. Deterministic.
 */
public final class Planner {

    /** Tries a change of production. */
    @FunctionalInterface
    public interface Trial {
        /** What adding and removing these would do to production. */
        ClosureDifference after(Collection<PackageRef> add, Collection<PackageRef> remove);
    }

    private final Trial trial;

    /** Tries on whatever {@code trial} looks at. */
    public Planner(Trial trial) {
        this.trial = trial;
    }

    /**
     * What of these can go, in which steps, and why the others cannot.
     *
     * @param wanted of one product the newer release later
     */
    public PromotionPlan plan(List<Wanted> wanted) {
        List<Wanted> going = largest(wanted);
        List<PromotionPlan.LeftOut> leftOut = wanted.stream()
                .filter(each -> !going.contains(each))
                .map(each -> new PromotionPlan.LeftOut(each.release(), reasons(each, going)))
                .toList();
        return new PromotionPlan(steps(going), leftOut);
    }

    /**
     * The fewest of the others that a release has to go together with, none of which could be spared; absent if it cannot
     * go with any of them.
     */
    public Optional<Set<ReleaseId>> companions(Wanted release, List<Wanted> others) {
        List<Wanted> all = new ArrayList<>(others);
        all.remove(release);
        all.add(0, release);
        List<Wanted> going = largest(all, Optional.of(release));
        return going.contains(release) ? Optional.of(names(fewest(release, going, List.of()))) : Optional.empty();
    }

    private List<Wanted> largest(List<Wanted> wanted) {
        return largest(wanted, Optional.empty());
    }

    private List<Wanted> largest(List<Wanted> wanted, Optional<Wanted> kept) {
        List<Wanted> going = new ArrayList<>(wanted);
        List<Wanted> dropped = new ArrayList<>();
        while (!going.isEmpty() && !holds(going)) {
            Set<Wanted> culprits = culprits(going);
            kept.filter(each -> culprits.size() > 1).ifPresent(culprits::remove);
            going.removeAll(culprits);
            dropped.addAll(culprits);
        }
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Wanted each : List.copyOf(dropped)) {
                List<Wanted> more = new ArrayList<>(going);
                more.add(each);
                if (holds(more)) {
                    going.add(each);
                    dropped.remove(each);
                    grew = true;
                }
            }
        }
        return wanted.stream().filter(going::contains).toList();
    }

    /** Whom the troubles of a set are due to; at least one of it. */
    private Set<Wanted> culprits(List<Wanted> going) {
        Set<Wanted> culprits = new LinkedHashSet<>(older(going));
        if (!culprits.isEmpty()) {
            return culprits;
        }
        Set<ReleaseId> names = names(going);
        going.stream().filter(each -> !names.containsAll(each.needs())).forEach(culprits::add);
        if (!culprits.isEmpty()) {
            return culprits;
        }
        Map<String, Wanted> bringers = new HashMap<>();
        Map<String, Wanted> removers = new HashMap<>();
        for (Wanted each : going) {
            each.packages().forEach(ref -> bringers.put(ref.sha256().toString(), each));
            each.replaces().forEach(ref -> removers.put(ref.sha256().toString(), each));
        }
        for (RootCause cause : difference(going).rootCauses()) {
            Set<Wanted> due = new LinkedHashSet<>();
            for (Member each : cause.introduction().packages()) {
                find(bringers, each).ifPresent(due::add);
                find(removers, each).ifPresent(due::add);
            }
            if (due.isEmpty()) {
                cause.packages().forEach(each -> find(bringers, each).ifPresent(due::add));
            }
            culprits.addAll(due);
        }
        return culprits.isEmpty() ? new LinkedHashSet<>(List.of(going.get(going.size() - 1))) : culprits;
    }

    /** All but the newest of each product. */
    private static Collection<Wanted> older(List<Wanted> set) {
        Map<ProductId, Wanted> newest = new HashMap<>();
        List<Wanted> older = new ArrayList<>();
        for (Wanted each : set) {
            Wanted before = newest.put(each.product(), each);
            if (before != null) {
                older.add(before);
            }
        }
        return older;
    }

    private static Optional<Wanted> find(Map<String, Wanted> by, Member member) {
        return Optional.ofNullable(by.get(member.digest()));
    }

    /** Small steps first, each on top of those before. */
    private List<Set<ReleaseId>> steps(List<Wanted> going) {
        List<Set<ReleaseId>> steps = new ArrayList<>();
        List<Wanted> done = new ArrayList<>();
        List<Wanted> left = new ArrayList<>(going);
        while (!left.isEmpty()) {
            List<Wanted> step = left.stream()
                    .filter(each -> holds(with(done, List.of(each))))
                    .findFirst()
                    .map(List::of)
                    .orElseGet(() -> smallestStep(left, done));
            steps.add(names(step));
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
                if (!holds(with(done, fewest))) {
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
        Set<ReleaseId> names = names(more);
        new TreeSet<>(left.needs())
                .stream()
                        .filter(each -> !names.contains(each))
                        .forEach(each -> reasons.add("It needs " + each + ", which cannot go."));
        difference(more).rootCauses().forEach(each -> reasons.add(each.sentence()));
        return reasons;
    }

    private boolean holds(List<Wanted> set) {
        Set<ReleaseId> names = names(set);
        return older(set).isEmpty()
                && set.stream().allMatch(each -> names.containsAll(each.needs()))
                && difference(set).holds();
    }

    private ClosureDifference difference(List<Wanted> set) {
        Set<PackageRef> add = new LinkedHashSet<>();
        Set<PackageRef> remove = new HashSet<>();
        set.forEach(each -> {
            add.addAll(each.packages());
            remove.addAll(each.replaces());
        });
        remove.removeAll(add);
        return trial.after(add, remove);
    }

    private static List<Wanted> with(List<Wanted> some, List<Wanted> others) {
        List<Wanted> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<ReleaseId> names(List<Wanted> set) {
        Set<ReleaseId> names = new TreeSet<>();
        set.forEach(each -> names.add(each.release()));
        return names;
    }
}
