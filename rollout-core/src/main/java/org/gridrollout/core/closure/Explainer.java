package org.gridrollout.core.closure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gridrollout.core.closure.Reason.Statement;
import org.gridrollout.core.closure.graph.PackageGraph;
import org.gridrollout.core.closure.solve.Broken;
import org.gridrollout.core.closure.solve.Cause;
import org.gridrollout.core.closure.solve.Checked;
import org.gridrollout.core.closure.solve.Fact;

/** Tells from a checked graph why a package is broken. */
final class Explainer {

    private final Checked checked;
    private final PackageGraph graph;

    Explainer(Checked checked) {
        this.checked = checked;
        this.graph = checked.graph();
    }

    Explanation explain(int pack) {
        List<Reason> chain = new ArrayList<>();
        for (int each = pack; each >= 0; each = next(each)) {
            chain.add(reason(each));
        }
        return new Explanation(graph.member(pack), chain);
    }

    /** The package the trouble of {@code pack} is rooted in; what is found on the way is kept in {@code known}. */
    int root(int pack, Map<Integer, Integer> known) {
        Deque<Integer> way = new ArrayDeque<>();
        int root = pack;
        for (int each = pack; each >= 0; each = next(each)) {
            Integer there = known.get(each);
            if (there != null) {
                root = there;
                break;
            }
            way.push(each);
            root = each;
        }
        for (int each : way) {
            known.put(each, root);
        }
        return root;
    }

    /** The packages on the way from {@code pack} to the root, both included. */
    List<Integer> way(int pack) {
        List<Integer> way = new ArrayList<>();
        for (int each = pack; each >= 0; each = next(each)) {
            way.add(each);
        }
        return way;
    }

    /** The candidate nearest to the root of the trouble; -1 at the root. */
    private int next(int pack) {
        Cause cause = broken(pack).cause();
        int nearest = -1;
        if (cause instanceof Cause.Unmet unmet) {
            for (int each : graph.candidates(unmet.need())) {
                if (nearest < 0 || broken(each).depth() < broken(nearest).depth()) {
                    nearest = each;
                }
            }
        }
        return nearest;
    }

    Broken broken(int pack) {
        return Objects.requireNonNull(checked.broken(pack), () -> "not broken: " + graph.member(pack));
    }

    Reason reason(int pack) {
        Member subject = graph.member(pack);
        Cause cause = broken(pack).cause();
        if (cause instanceof Cause.Unfit unfit) {
            return new Reason.Unfit(subject, unfit.fault());
        }
        if (cause instanceof Cause.Unmet unmet) {
            return unmet(subject, unmet.need());
        }
        return new Reason.Clash(subject, statements(pack, ((Cause.Clash) cause).facts()));
    }

    private Reason unmet(Member subject, int need) {
        int[] candidates = graph.candidates(need);
        List<Reason.Near> near = new ArrayList<>();
        if (candidates.length == 0) {
            for (String name : graph.namesOf(need)) {
                List<Provision> provisions = graph.provisions(name);
                int[] owners = graph.owners(name);
                for (int i = 0; i < owners.length; i++) {
                    near.add(new Reason.Near(
                            graph.member(owners[i]), provisions.get(i).toString()));
                }
            }
        }
        return new Reason.Unmet(subject, graph.need(need).text(), members(IntStream.of(candidates)), near);
    }

    /** From the package outwards: each statement after those that bring its package in. */
    private List<Statement> statements(int pack, List<Fact> facts) {
        Map<Integer, Integer> steps = new HashMap<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(pack));
        steps.put(pack, 0);
        while (!queue.isEmpty()) {
            int each = queue.poll();
            for (Fact fact : facts) {
                if (fact instanceof Fact.Needs needs && needs.pack() == each) {
                    for (int candidate : graph.candidates(needs.need())) {
                        if (steps.putIfAbsent(candidate, steps.size()) == null) {
                            queue.add(candidate);
                        }
                    }
                }
            }
        }
        return facts.stream()
                .sorted((a, b) -> Integer.compare(place(a, steps), place(b, steps)))
                .map(this::statement)
                .toList();
    }

    private static int place(Fact fact, Map<Integer, Integer> steps) {
        int last = steps.size();
        if (fact instanceof Fact.Needs needs) {
            return steps.getOrDefault(needs.pack(), last);
        }
        return fact instanceof Fact.Meets ? last + 1 : last + 2;
    }

    private Statement statement(Fact fact) {
        if (fact instanceof Fact.Needs needs) {
            IntStream able = IntStream.of(graph.candidates(needs.need()))
                    .filter(each ->
                            checked.broken(each) == null || !(broken(each).cause() instanceof Cause.Unfit));
            return new Statement.Needs(
                    graph.member(needs.pack()), graph.need(needs.need()).text(), members(able));
        }
        if (fact instanceof Fact.Meets meets) {
            return new Statement.Provides(
                    graph.member(meets.pack()), graph.demand(meets.demand()).toString());
        }
        Fact.Excludes pair = (Fact.Excludes) fact;
        Member who = graph.member(pair.pack());
        Member whom = graph.member(pair.other());
        if (pair.exclusion() < 0) {
            return new Statement.Excludes(who, whom, "cannot be installed beside", "");
        }
        Exclusion exclusion = graph.exclusion(pair.pack(), pair.exclusion());
        return new Statement.Excludes(who, whom, exclusion.kind().verb(), exclusion.text());
    }

    private List<Member> members(IntStream packs) {
        return packs.mapToObj(graph::member).toList();
    }
}
