package org.gridrollout.core.closure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.core.closure.graph.PackageGraph;
import org.gridrollout.core.closure.solve.Cause;
import org.gridrollout.core.closure.solve.Fact;

/** Finds what of a change brought a trouble about: what came and takes part in it, and what went and would have helped. */
final class Culprits {

    private final PackageGraph before;
    private final PackageGraph after;
    private final Explainer explainer;

    Culprits(PackageGraph before, PackageGraph after, Explainer explainer) {
        this.before = before;
        this.after = after;
        this.explainer = explainer;
    }

    Introduction of(int pack) {
        Set<Member> came = new LinkedHashSet<>();
        Set<Member> went = new LinkedHashSet<>();
        for (int each : explainer.way(pack)) {
            came(each, came);
            Cause cause = explainer.broken(each).cause();
            if (cause instanceof Cause.Unmet unmet) {
                went(unmet.need(), went);
            } else if (cause instanceof Cause.Clash clash) {
                for (Fact fact : clash.facts()) {
                    if (fact instanceof Fact.Needs needs) {
                        came(needs.pack(), came);
                        went(needs.need(), went);
                    } else if (fact instanceof Fact.Excludes pair) {
                        came(pair.pack(), came);
                        came(pair.other(), came);
                    }
                }
            }
        }
        if (came.isEmpty() && went.isEmpty()) {
            return new Introduction(Introduction.Kind.BEFORE, List.of());
        }
        Set<Member> culprits = went.isEmpty() ? came : went;
        boolean base = culprits.stream().allMatch(each -> each.origin() == Origin.BASE);
        Introduction.Kind kind = base
                ? Introduction.Kind.BASE_MOVED
                : went.isEmpty() ? Introduction.Kind.ADDED : Introduction.Kind.REMOVED;
        return new Introduction(kind, List.copyOf(culprits));
    }

    private void came(int pack, Set<Member> came) {
        if (pack >= before.packages() || !before.isPresent(pack)) {
            came.add(after.member(pack));
        }
    }

    private void went(int need, Set<Member> went) {
        if (need < before.needs()) {
            for (int each : before.candidates(need)) {
                if (!after.isPresent(each)) {
                    went.add(before.member(each));
                }
            }
        }
    }
}
