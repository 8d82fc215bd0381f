package org.gridrollout.core.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;

/**
 * Where and how long a release really ran, by the deployment register, among the sites that were asked to run it. Sites are
 * in the order they were asked, so that sums replay exactly. Immutable.
 */
public final class Exposure {

    /** A day in the domain's ticks, which are microseconds. */
    private static final long DAY = 86_400_000_000L;

    private static final long NEVER_RAN = -1;

    private final Instant at;
    private final Party[] asked;
    private final long[] ticks;
    private final boolean[] running;

    private Exposure(Instant at, Party[] asked) {
        this.at = at;
        this.asked = asked;
        this.ticks = new long[asked.length];
        this.running = new boolean[asked.length];
        Arrays.fill(ticks, NEVER_RAN);
    }

    /** A rollout's exposure until {@code now}. */
    public static Exposure of(Rollout rollout, Instant now) {
        Exposure exposure = new Exposure(now, asked(rollout));
        List<Deployment> deployments = rollout.deployments();
        for (int i = 0; i < deployments.size(); i++) {
            exposure.add(deployments.get(i));
        }
        return exposure;
    }

    /** The sites a release was announced to and that did not decline, in the order they were asked. */
    public static List<SiteId> sitesAsked(Rollout rollout) {
        return Arrays.stream(asked(rollout)).map(each -> SiteId.of(each.name())).toList();
    }

    /** Whether sites were asked, and each of them has reported that it works. */
    public static boolean everySiteReportedWorking(Rollout rollout) {
        Party[] asked = asked(rollout);
        for (Party each : asked) {
            if (!hasReported(rollout, each)) {
                return false;
            }
        }
        return asked.length > 0;
    }

    /** How many sites were asked. */
    public int sitesAsked() {
        return asked.length;
    }

    /** How many of them ran the release, for however short a time. */
    public int sitesThatRan() {
        int ran = 0;
        for (long each : ticks) {
            ran += each == NEVER_RAN ? 0 : 1;
        }
        return ran;
    }

    /** How many of them run it still. */
    public int sitesRunning() {
        int still = 0;
        for (boolean each : running) {
            still += each ? 1 : 0;
        }
        return still;
    }

    /** How long they ran it, added up, in days. */
    public double siteDays() {
        return total() / (double) DAY;
    }

    /** How long one of them ran it, in days; 0 if it never did. */
    public double siteDays(int site) {
        return Math.max(0, ticks[site]) / (double) DAY;
    }

    /** One of the sites asked. */
    public Party site(int site) {
        return asked[site];
    }

    /** Those that ran it. */
    public List<Party> thatRan() {
        return where(site -> ticks[site] != NEVER_RAN);
    }

    /** Those that never ran it. */
    public List<Party> thatNeverRan() {
        return where(site -> ticks[site] == NEVER_RAN);
    }

    /** Those that do not run it now. */
    public List<Party> thatAreIdle() {
        return where(site -> !running[site]);
    }

    /** Whether it ran for so many site-days. */
    public boolean reaches(double siteDays) {
        return total() >= toTicks(siteDays);
    }

    /**
     * The first instant at which it will have run for so many site-days if {@code more} sites besides those that run it
     * begin now and all go on; absent if nobody would run it.
     */
    public Optional<Instant> reachesAt(double siteDays, int more) {
        int sites = sitesRunning() + more;
        if (reaches(siteDays)) {
            return Optional.of(at);
        }
        if (sites == 0) {
            return Optional.empty();
        }
        long missing = toTicks(siteDays) - total();
        return Optional.of(at.plus(Math.floorDiv(missing - 1, sites) + 1, ChronoUnit.MICROS));
    }

    private void add(Deployment deployment) {
        for (int i = 0; i < asked.length; i++) {
            if (asked[i].name().equals(deployment.site().value())) {
                ticks[i] = Math.max(0, ticks[i]) + ticksOf(deployment);
                running[i] |= deployment.until().isEmpty();
            }
        }
    }

    private long ticksOf(Deployment deployment) {
        Instant end = deployment.until().isPresent() && deployment.until().get().isBefore(at)
                ? deployment.until().get()
                : at;
        return Math.max(0, ChronoUnit.MICROS.between(deployment.since(), end));
    }

    private long total() {
        long total = 0;
        for (long each : ticks) {
            total += Math.max(0, each);
        }
        return total;
    }

    private List<Party> where(java.util.function.IntPredicate which) {
        List<Party> sites = new ArrayList<>(asked.length);
        for (int i = 0; i < asked.length; i++) {
            if (which.test(i)) {
                sites.add(asked[i]);
            }
        }
        return sites;
    }

    private static long toTicks(double siteDays) {
        return StrictMath.round(siteDays * DAY);
    }

    private static boolean hasReported(Rollout rollout, Party site) {
        List<SiteReport> reports = rollout.reports();
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).site().value().equals(site.name())) {
                return true;
            }
        }
        return false;
    }

    /** Who counts as asked, the one place that says it: whom it was announced to, unless it declined last. */
    private static Party[] asked(Rollout rollout) {
        List<Obligation> obligations = rollout.obligations();
        Party[] sites = new Party[obligations.size()];
        int count = 0;
        for (int i = 0; i < obligations.size(); i++) {
            Obligation each = obligations.get(i);
            boolean asked = each.duty() == Duty.REPORT && each.debtor().kind() == Party.Kind.SITE;
            if (asked
                    && !contains(sites, count, each.debtor())
                    && !rollout.isDeclinedBy(each.debtor().name())) {
                sites[count++] = each.debtor();
            }
        }
        return count == sites.length ? sites : Arrays.copyOf(sites, count);
    }

    private static boolean contains(Party[] sites, int count, Party site) {
        for (int i = 0; i < count; i++) {
            if (sites[i].name().equals(site.name())) {
                return true;
            }
        }
        return false;
    }
}
