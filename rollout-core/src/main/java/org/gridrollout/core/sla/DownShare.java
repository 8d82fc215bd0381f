package org.gridrollout.core.sla;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.registry.Downtime;

/**
 * How much of a period a site was down; time under two downtimes counts once.
 *
 * @param down at most {@code period}
 */
record DownShare(Duration down, Duration period) {

    /** @param downtimes by start */
    static DownShare of(List<Downtime> downtimes, Instant from, Instant until) {
        Duration down = Duration.ZERO;
        Instant counted = from;
        for (Downtime each : downtimes) {
            Instant begin = each.from().isAfter(counted) ? each.from() : counted;
            Instant end = each.until().isBefore(until) ? each.until() : until;
            if (end.isAfter(begin)) {
                down = down.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return new DownShare(down, Duration.between(from, until));
    }

    /** Exact: 0.1 is one tenth, not the binary fraction next to it. Of no time at all there is no share. */
    boolean isAtLeast(double share) {
        return !down.isZero() && seconds(down).compareTo(seconds(period).multiply(BigDecimal.valueOf(share))) >= 0;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    }
}
