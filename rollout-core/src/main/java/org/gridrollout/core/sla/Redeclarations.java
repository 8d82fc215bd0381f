package org.gridrollout.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.Downtime.Kind;
import org.gridrollout.api.registry.DowntimeId;

/**
 * Finds the trick known from GOCDB: declare an unscheduled downtime just long enough that the one right behind it counts
 * as scheduled, and repeat. A scheduled downtime that begins while an unscheduled one lasts, or too close behind it, does
 * not excuse, and neither does one as close behind that; unless it was declared in good time before anything broke.
 */
final class Redeclarations {

    /** Of those that begin together the unscheduled first: the scheduled one begins while it lasts. */
    private static final Comparator<Downtime> ORDER =
            Comparator.comparing(Downtime::from).thenComparing(Downtime::kind, Comparator.reverseOrder());

    private final Set<DowntimeId> found = new HashSet<>();

    /**
     * @param downtimes of one site
     * @param notice the longest distance that is too close, and the shortest that is not in good time
     */
    Redeclarations(List<Downtime> downtimes, Duration notice) {
        Instant outage = Instant.MIN; // when that began which the present chain goes back to
        Instant lastEnd = Instant.MIN; // of what others may be too close behind
        for (Downtime each : downtimes.stream().sorted(ORDER).toList()) {
            boolean tooClose = Duration.between(lastEnd, each.from()).compareTo(notice) <= 0;
            if (!tooClose && !each.isCancelled() && each.kind() == Kind.UNSCHEDULED) {
                outage = each.from();
            }
            boolean planned = Duration.between(each.declaredAt(), outage).compareTo(notice) > 0;
            if (tooClose && each.kind() == Kind.SCHEDULED && !planned) {
                found.add(each.id());
            }
            // One that was planned excuses, and is no gap: what is declared behind it still goes back to the outage.
            if (!each.isCancelled() && (tooClose || each.kind() == Kind.UNSCHEDULED)) {
                lastEnd = each.until().isAfter(lastEnd) ? each.until() : lastEnd;
            }
        }
    }

    boolean contain(Downtime downtime) {
        return found.contains(downtime.id());
    }
}
