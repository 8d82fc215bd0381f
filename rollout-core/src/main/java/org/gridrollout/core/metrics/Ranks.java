package org.gridrollout.core.metrics;

import java.util.List;

/**
 * Picks by rank from several sorted runs without merging them: the middle of the widest stretch still in question is ranked
 * in all of them, which leaves half of that stretch at most. Some ten steps over a run per month, never one per number.
 */
final class Ranks {

    private final List<SortedLongs> runs;
    private final int[] from;
    private final int[] until;

    private Ranks(List<SortedLongs> runs) {
        this.runs = runs;
        this.from = new int[runs.size()];
        this.until = runs.stream().mapToInt(SortedLongs::size).toArray();
    }

    /** The number that {@code rank} others come before; fewer than there are in all runs. */
    static long pick(List<SortedLongs> runs, long rank) {
        return new Ranks(runs).pick(rank);
    }

    private long pick(long rank) {
        while (true) {
            int widest = widest();
            long pivot = runs.get(widest).get((from[widest] + until[widest]) >>> 1);
            long smaller = 0;
            long notLarger = 0;
            for (int i = 0; i < from.length; i++) {
                smaller += runs.get(i).below(pivot, from[i], until[i]);
                notLarger += runs.get(i).upTo(pivot, from[i], until[i]);
            }
            if (rank >= smaller && rank < notLarger) {
                return pivot;
            }
            for (int i = 0; i < from.length; i++) {
                if (rank < smaller) {
                    until[i] = runs.get(i).below(pivot, from[i], until[i]);
                } else {
                    from[i] = runs.get(i).upTo(pivot, from[i], until[i]);
                }
            }
        }
    }

    private int widest() {
        int widest = 0;
        for (int i = 1; i < from.length; i++) {
            if (until[i] - from[i] > until[widest] - from[widest]) {
                widest = i;
            }
        }
        return widest;
    }
}
