package org.gridrollout.core.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two ways through the states side by side: the longest common way is paired, what is only in one stands alone. */
final class Pairs {

    /** One state, as it was come to in one or both ways. */
    record Pair(Optional<Stay> before, Optional<Stay> after) {}

    private Pairs() {}

    static List<Pair> of(List<Stay> before, List<Stay> after) {
        int[][] common = common(before, after);
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
                pairs.add(new Pair(Optional.of(before.get(i++)), Optional.of(after.get(j++))));
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                pairs.add(new Pair(Optional.of(before.get(i++)), Optional.empty()));
            } else {
                pairs.add(new Pair(Optional.empty(), Optional.of(after.get(j++))));
            }
        }
        return pairs;
    }

    /** How many states the ways have in common from {@code [i]} and {@code [j]} on. */
    private static int[][] common(List<Stay> before, List<Stay> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = same(before.get(i), after.get(j))
                        ? 1 + common[i + 1][j + 1]
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean same(Stay one, Stay other) {
        return one.state() == other.state();
    }
}
