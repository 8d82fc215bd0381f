package org.gridrollout.core.closure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * What a change does to the packages' installability, package by package and not by number: mending two does not make up for
 * breaking one. A file that is removed and added again is the same package. Immutable and thread-safe.
 */
public final class ClosureDifference {

    private final Closure before;
    private final Closure after;
    private final Set<Integer> newlyBroken = new TreeSet<>();
    private final Set<Integer> newcomers = new TreeSet<>();
    private final Set<Integer> stillBroken = new TreeSet<>();
    private final List<Member> mended = new ArrayList<>();

    ClosureDifference(Closure before, Closure after) {
        this.before = before;
        this.after = after;
        Set<Integer> was = before.checked().broken();
        PackageGraph graph = after.checked().graph();
        Set<Integer> added = new HashSet<>();
        for (int each : graph.added()) {
            added.add(each);
        }
        for (int each : after.checked().broken()) {
            if (!added.contains(each)) {
                (was.contains(each) ? stillBroken : newlyBroken).add(each);
            } else {
                int earlier = before.checked().graph().find(graph.member(each));
                (earlier < 0 ? newcomers : was.contains(earlier) ? stillBroken : newlyBroken).add(each);
            }
        }
        for (int each : new TreeSet<>(was)) {
            int now = graph.isPresent(each)
                    ? each
                    : graph.find(before.checked().graph().member(each));
            if (now >= 0 && after.checked().broken(now) == null) {
                mended.add(graph.member(now));
            }
        }
    }

    /** Whether nothing became broken and everything new can be installed. */
    public boolean holds() {
        return newlyBroken.isEmpty() && newcomers.isEmpty();
    }

    /** Packages that could be installed before and cannot now. */
    public List<Member> newlyBroken() {
        return members(newlyBroken);
    }

    /** New packages that cannot be installed. */
    public List<Member> brokenNewcomers() {
        return members(newcomers);
    }

    /** Packages that could not be installed before and still cannot. */
    public List<Member> stillBroken() {
        return members(stillBroken);
    }

    /** Packages that could not be installed before and can now. */
    public List<Member> mended() {
        return List.copyOf(mended);
    }

    /** The troubles the change makes, each with everything it breaks; those that break most first. */
    public List<RootCause> rootCauses() {
        List<Integer> broken = new ArrayList<>(newlyBroken);
        broken.addAll(newcomers);
        Explainer explainer = new Explainer(after.checked());
        Map<Integer, Integer> known = new LinkedHashMap<>();
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int each : broken) {
            groups.computeIfAbsent(explainer.root(each, known), root -> new ArrayList<>())
                    .add(each);
        }
        Culprits culprits =
                new Culprits(before.checked().graph(), after.checked().graph(), explainer);
        return groups.entrySet().stream()
                .map(each -> new RootCause(
                        explainer.reason(each.getKey()),
                        culprits.of(each.getValue().get(0)),
                        members(each.getValue())))
                .sorted((a, b) ->
                        Integer.compare(b.packages().size(), a.packages().size()))
                .toList();
    }

    /** Why the package cannot be installed after the change; empty if it can. */
    public Optional<Explanation> explain(Member member) {
        return after.explain(member);
    }

    /** Before the change. */
    public Closure before() {
        return before;
    }

    /** After the change; the start of the next. */
    public Closure after() {
        return after;
    }

    private List<Member> members(Iterable<Integer> packs) {
        List<Member> members = new ArrayList<>();
        packs.forEach(each -> members.add(after.checked().graph().member(each)));
        return List.copyOf(members);
    }
}
