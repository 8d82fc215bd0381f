package org.gridrollout.core.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The marks of one month, with sums over all of them: how many of each code, and what they took, sorted. */
final class Bucket {

    private static final int COMMON_CODES = 7;

    private final long from;
    private final long until;
    private final List<Mark> marks = new ArrayList<>();
    private final SortedLongs times = new SortedLongs();
    private int[] counts = new int[COMMON_CODES];

    Bucket(int month) {
        from = Months.startOf(month);
        until = Months.startOf(month + 1);
    }

    void add(Mark mark) {
        marks.add(mark);
        count(mark);
    }

    void remove(Mark mark) {
        marks.remove(mark);
        discount(mark);
    }

    /** Adds a mark to the sums. */
    void count(Mark mark) {
        if (mark.code() >= counts.length) {
            counts = Arrays.copyOf(counts, mark.code() + 1);
        }
        counts[mark.code()]++;
        if (mark.took() != Mark.NO_TIME) {
            times.add(mark.took());
        }
    }

    /** Takes a mark out of the sums. */
    void discount(Mark mark) {
        counts[mark.code()]--;
        if (mark.took() != Mark.NO_TIME) {
            times.remove(mark.took());
        }
    }

    boolean holds(long at) {
        return at >= from && at < until;
    }

    boolean isWithin(long periodFrom, long periodUntil) {
        return periodFrom <= from && until <= periodUntil;
    }

    List<Mark> marks() {
        return marks;
    }

    int[] counts() {
        return counts;
    }

    SortedLongs times() {
        return times;
    }
}
