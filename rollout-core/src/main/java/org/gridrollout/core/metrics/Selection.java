package org.gridrollout.core.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What falls into a period: how many marks of each code, and what they took. */
final class Selection {

    private final List<SortedLongs> runs = new ArrayList<>();
    private int[] counts = new int[0];
    private long[] single = new long[0];
    private int singles;

    /** Adds a whole month by its sums. */
    void addAll(Bucket bucket) {
        int[] more = bucket.counts();
        grow(more.length);
        for (int code = 0; code < more.length; code++) {
            counts[code] += more[code];
        }
        if (bucket.times().size() > 0) {
            runs.add(bucket.times());
        }
    }

    void add(Mark mark) {
        grow(mark.code() + 1);
        counts[mark.code()]++;
        if (mark.took() != Mark.NO_TIME) {
            if (singles == single.length) {
                single = Arrays.copyOf(single, Math.max(16, singles * 2));
            }
            single[singles++] = mark.took();
        }
    }

    /** How many of that code. */
    long count(int code) {
        return code < counts.length ? counts[code] : 0;
    }

    /** One more than the highest code there may be. */
    int codes() {
        return counts.length;
    }

    /** What they took. */
    Times times() {
        List<SortedLongs> all = new ArrayList<>(runs);
        if (singles > 0) {
            all.add(SortedLongs.sorting(Arrays.copyOf(single, singles), singles));
        }
        return Times.of(all);
    }

    private void grow(int codes) {
        if (codes > counts.length) {
            counts = Arrays.copyOf(counts, codes);
        }
    }
}
