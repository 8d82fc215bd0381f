package org.gridrollout.core.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long something took, as exact quantiles: each is a time that really occurred, the smallest that at least its share of
 * all times does not exceed (the inverse of the empirical distribution function; type 1 of Hyndman and Fan, "Sample
 * Quantiles in Statistical Packages", The American Statistician 50, 1996).
 *
 * @param count how many times there are
 * @param median at least half took no longer; absent if there are none, as the others
 * @param ninetieth at least nine of ten took no longer
 * @param longest none took longer
 */
public record Times(long count, Optional<Duration> median, Optional<Duration> ninetieth, Optional<Duration> longest) {

    /** No times at all. */
    public static final Times NONE = new Times(0, Optional.empty(), Optional.empty(), Optional.empty());

    private static final int PERCENT = 100;

    static Times of(List<SortedLongs> runs) {
        long count = runs.stream().mapToLong(SortedLongs::size).sum();
        return count == 0
                ? NONE
                : new Times(
                        count,
                        Optional.of(quantile(runs, count, 50)),
                        Optional.of(quantile(runs, count, 90)),
                        Optional.of(quantile(runs, count, PERCENT)));
    }

    private static Duration quantile(List<SortedLongs> runs, long count, int percent) {
        long notLonger = (count * percent + PERCENT - 1) / PERCENT;
        return Micros.duration(Ranks.pick(runs, notLonger - 1));
    }

    /** For people: {@code median 2 d 3 h, 90 % 4 d, longest 6 d 1 h (of 17)}, or {@code undefined}. */
    @Override
    public String toString() {
        return count == 0
                ? Words.UNDEFINED
                : "median " + Words.time(median) + ", 90 % " + Words.time(ninetieth) + ", longest "
                        + Words.time(longest) + " (of " + count + ")";
    }
}
