package org.gridrollout.core.closure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.core.closure.graph.PackageGraph;
import org.gridrollout.core.closure.solve.Cause;
import org.gridrollout.core.closure.solve.Checked;
import org.gridrollout.core.closure.solve.Fact;

/** Finds which package on offer makes a broken one whole, by trying those that provide something the trouble is about. */
final class Remedies {

    private final Closure closure;

    Remedies(Closure closure) {
        this.closure = closure;
    }

    List<Member> of(int broken, List<PackageFacts> offered) {
        Set<String> asked = asked(broken);
        Member member = closure.checked().graph().member(broken);
        return offered.stream()
                .filter(each -> provides(each, asked))
                .filter(each -> closure.after(UniverseChange.adding(List.of(each)))
                        .after()
                        .isInstallable(member))
                .map(PackageFacts::member)
                .toList();
    }

    private static boolean provides(PackageFacts facts, Set<String> asked) {
        return facts.provides().stream().anyMatch(each -> asked.contains(each.name()))
                || facts.files().stream().anyMatch(asked::contains);
    }

    private Set<String> asked(int broken) {
        Checked checked = closure.checked();
        PackageGraph graph = checked.graph();
        Explainer explainer = new Explainer(checked);
        Set<String> names = new HashSet<>();
        for (int each : explainer.way(broken)) {
            Cause cause = explainer.broken(each).cause();
            if (cause instanceof Cause.Unmet unmet) {
                names.addAll(graph.namesOf(unmet.need()));
            } else if (cause instanceof Cause.Clash clash) {
                for (Fact fact : clash.facts()) {
                    if (fact instanceof Fact.Needs needs) {
                        names.addAll(graph.namesOf(needs.need()));
                    }
                }
            }
        }
        return names;
    }
}
