package org.gridrollout.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;

/** Where and how long a release really ran, from the deployment register. Fixed order, so that sums replay exactly. */
public final class Exposure {

    private Exposure() {}

    /** The sites it was announced to, in the order they were asked. */
    public static List<SiteId> sitesAsked(Rollout rollout) {
        return rollout.obligations().stream()
                .filter(each -> each.duty() == Duty.REPORT && each.debtor().kind() == Party.Kind.SITE)
                .map(each -> SiteId.of(each.debtor().name()))
                .distinct()
                .toList();
    }

    static boolean everySiteReportedWorking(Rollout rollout) {
        List<SiteId> asked = sitesAsked(rollout);
        return !asked.isEmpty()
                && asked.stream()
                        .allMatch(site -> rollout.reports().stream()
                                .anyMatch(each -> each.site().equals(site)));
    }

    static List<SiteId> sitesThatRan(Rollout rollout, List<SiteId> among) {
        return among.stream()
                .filter(site -> rollout.deployments().stream()
                        .anyMatch(each -> each.site().equals(site)))
                .toList();
    }

    static double siteDays(Rollout rollout, List<SiteId> among, Instant now) {
        Duration total = Duration.ZERO;
        for (Deployment each : rollout.deployments()) {
            if (among.contains(each.site())) {
                Instant end = each.until().filter(until -> until.isBefore(now)).orElse(now);
                total = total.plus(end.isAfter(each.since()) ? Duration.between(each.since(), end) : Duration.ZERO);
            }
        }
        return total.toMillis() / (double) Duration.ofDays(1).toMillis();
    }
}
