package org.gridrollout.core.metrics;

import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Marks along time, cut into months. A change costs a search in its month; a period costs its months, and the marks of those
 * that it cuts. Not thread-safe.
 */
final class Series {

    private final TreeMap<Integer, Bucket> buckets = new TreeMap<>();

    void add(Mark mark) {
        bucket(mark.at()).add(mark);
    }

    /** A mark counts otherwise from now on. */
    void change(Mark mark, long at, int code, long took) {
        Bucket bucket = bucket(mark.at());
        if (bucket.holds(at)) {
            bucket.discount(mark);
            mark.become(at, code, took);
            bucket.count(mark);
        } else {
            bucket.remove(mark);
            mark.become(at, code, took);
            bucket(at).add(mark);
        }
    }

    /** What falls into a period. */
    Selection select(Period period) {
        return select(period, mark -> true, true);
    }

    /** What falls into a period and matches; costs every mark of its months. */
    Selection select(Period period, Predicate<Mark> which) {
        return select(period, which, false);
    }

    private Selection select(Period period, Predicate<Mark> which, boolean all) {
        Selection selection = new Selection();
        long from = Micros.notBefore(period.from());
        long until = Micros.notBefore(period.until());
        int first = Months.of(from);
        int last = Months.of(Math.max(from, until - 1));
        for (Bucket bucket : buckets.subMap(first, true, last, true).values()) {
            if (all && bucket.isWithin(from, until)) {
                selection.addAll(bucket);
            } else {
                for (Mark mark : bucket.marks()) {
                    if (mark.at() >= from && mark.at() < until && which.test(mark)) {
                        selection.add(mark);
                    }
                }
            }
        }
        return selection;
    }

    private Bucket bucket(long at) {
        return buckets.computeIfAbsent(Months.of(at), Bucket::new);
    }
}
