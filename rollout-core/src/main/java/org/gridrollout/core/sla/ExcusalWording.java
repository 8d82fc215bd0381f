package org.gridrollout.core.sla;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.core.sla.Excusal.Disregarded;
import org.gridrollout.core.sla.Excusal.Excused;
import org.gridrollout.core.sla.Excusal.Ground;
import org.gridrollout.core.sla.Excusal.NotExcused;

/** Says to people what was decided. */
final class ExcusalWording {

    private ExcusalWording() {}

    static Excusal downWhenDue(SiteId site, Instant dueAt, List<Downtime> by) {
        return new Excused(
                Ground.DOWN_WHEN_DUE,
                ids(by),
                site + " was in scheduled downtime at the due instant, " + dueAt + ": " + named(by) + ".");
    }

    static Excusal downForTheShare(SiteId site, DownShare share, ExcusalPolicy policy, List<Downtime> by) {
        return new Excused(
                Ground.DOWN_FOR_THE_SHARE,
                ids(by),
                site + " was in scheduled downtime for " + share.down() + " of " + share.period()
                        + ", which is at least " + percent(policy) + ": " + named(by) + ".");
    }

    static Excusal notExcused(SiteId site, DownShare share, ExcusalPolicy policy, List<Disregarded> disregarded) {
        if (disregarded.isEmpty()) {
            return new NotExcused(List.of(), site + " had declared no downtime in the period.");
        }
        String each = disregarded.stream()
                .map(one -> one.downtime() + " " + because(one, share, policy))
                .collect(joining("; "));
        return new NotExcused(disregarded, site + " is not excused: " + each + ".");
    }

    private static String because(Disregarded one, DownShare share, ExcusalPolicy policy) {
        return switch (one.reason()) {
            case CANCELLED -> "was cancelled";
            case UNSCHEDULED -> "was not declared more than 24 hours ahead";
            case REDECLARED ->
                "followed an outage within " + policy.notice() + ", or others that did, and was not declared more than "
                        + policy.notice() + " before that began";
            case TOO_SHORT ->
                "was over when it was due, and " + share.down() + " of " + share.period() + " are less than "
                        + percent(policy);
        };
    }

    private static String percent(ExcusalPolicy policy) {
        return BigDecimal.valueOf(policy.share())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private static List<DowntimeId> ids(List<Downtime> downtimes) {
        return downtimes.stream().map(Downtime::id).toList();
    }

    private static String named(List<Downtime> downtimes) {
        return downtimes.stream()
                .map(each -> each.id() + " (" + each.reason() + ")")
                .collect(joining(", "));
    }
}
