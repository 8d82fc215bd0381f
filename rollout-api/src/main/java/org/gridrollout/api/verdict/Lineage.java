package org.gridrollout.api.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of the findings in the way explain which others. */
final class Lineage {

    private final List<Finding> blockers;

    Lineage(List<Finding> blockers) {
        this.blockers = blockers;
    }

    /** A finding at its place in the tree; roots are at depth 0. */
    record Branch(int depth, Finding finding) {}

    /** Those that no other explains, in their order. */
    List<Finding> roots() {
        return explainedBy(Optional.empty());
    }

    /** All of them, each below the first of those that explain it. */
    List<Branch> tree() {
        List<Branch> branches = new ArrayList<>(blockers.size());
        roots().forEach(each -> grow(branches, 0, each));
        return branches;
    }

    private void grow(List<Branch> branches, int depth, Finding finding) {
        branches.add(new Branch(depth, finding));
        explainedBy(Optional.of(finding)).forEach(each -> grow(branches, depth + 1, each));
    }

    /** The rules that explain each other in a circle, and those that hang on them; empty as it should be. */
    List<RuleId> circle() {
        List<Finding> open = blockers;
        List<Finding> explained = without(open, roots());
        while (explained.size() < open.size()) {
            open = explained;
            explained = without(open, new Lineage(open).roots());
        }
        return open.stream().map(Finding::rule).distinct().toList();
    }

    private static List<Finding> without(List<Finding> all, List<Finding> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private List<Finding> explainedBy(Optional<Finding> explanation) {
        return blockers.stream()
                .filter(each -> explanation(each).equals(explanation))
                .toList();
    }

    private Optional<Finding> explanation(Finding finding) {
        for (RuleId rule : finding.dueTo()) {
            for (Finding each : blockers) {
                if (each.rule().equals(rule)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }
}
