package org.gridrollout.core.metrics;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.core.text.TextTable;

/** Scorecards as text for people. What is undefined reads {@code undefined}; figures counted anew show what they were. */
public final class Scorecards {

    private Scorecards() {}

    /** One line a site, in the order given; ends with a line break. */
    public static String table(Collection<SiteScorecard> sites) {
        TextTable table = new TextTable(
                "site",
                "due",
                "met",
                "missed",
                "excused",
                "unknown",
                "honour",
                "coverage",
                "faults missed",
                "incidents");
        for (SiteScorecard each : sites) {
            Tally tally = each.obligations();
            table.row(
                    each.site(),
                    tally.due(),
                    tally.met(),
                    tally.missed(),
                    tally.excused(),
                    tally.unknown(),
                    honour(tally, each.beforeRecomputation(), each.cap()),
                    each.coverage().inPercent(),
                    each.faultsMissed(),
                    each.incidents().filed());
        }
        return table.toString();
    }

    static String text(SiteScorecard card) {
        FiledIncidents incidents = card.incidents();
        return "Site " + card.site()
                + card.product().map(each -> " for " + each).orElse("") + ", " + card.period() + "\n"
                + duties(card.duties(), card.cap())
                + "honour: " + honour(card.obligations(), card.beforeRecomputation(), card.cap())
                + ", unknown: " + card.unknownShare() + ", faults missed: " + card.faultsMissed() + "\n"
                + "coverage: " + card.coverage() + ", declined: "
                + card.participation().declined() + "\n"
                + "incidents: " + incidents.filed() + " filed, " + incidents.critical() + " critical, "
                + incidents.nonCritical() + " not critical, " + incidents.noProblem() + " no problem, "
                + incidents.duplicate() + " duplicates, " + incidents.undecided() + " undecided\n";
    }

    static String text(ProductScorecard card) {
        Releases releases = card.releases();
        Faults faults = card.faults();
        TextTable lead = times("lead time");
        row(lead, "in all", card.leadTime().total());
        row(lead, "waiting", card.leadTime().waiting());
        row(lead, "working", card.leadTime().working());
        card.leadTime().inState().forEach((state, times) -> row(lead, "in " + state, times));
        return "Product " + card.product() + ", " + card.period() + "\n"
                + lead
                + "releases: " + releases.contributed() + " contributed, " + releases.intoProduction()
                + " into production, " + releases.refused() + " refused, " + releases.rejected() + " rejected, "
                + releases.withdrawn() + " withdrawn, " + releases.superseded() + " superseded, "
                + releases.inFlight() + " in flight\n"
                + "superseded before evidence: " + releases.starved() + "\n"
                + "faults in production: " + faults.escaped() + " escaped, " + faults.unguarded()
                + " without evidence, " + faults.lowered() + " lowered\n"
                + "emergencies: " + card.emergencies() + ", waivers: " + card.waivers() + "\n"
                + "answers: " + card.answers().honour() + "\n";
    }

    static String text(MiddlewareUnitScorecard card) {
        TextTable restoring = times("after a fault");
        row(restoring, "production restored", card.restoringProduction());
        row(restoring, "fleet clear", card.clearingFleet());
        return "Middleware Unit, " + card.period() + "\n"
                + duties(card.duties(), UnknownCap.STANDARD)
                + restoring
                + "restorations open: " + card.restorationsOpen() + ", faulty fixes: " + card.faultyFixes()
                + ", holds escalated: " + card.holdsEscalated() + "\n";
    }

    private static String duties(Map<Duty, DutyScore> duties, UnknownCap cap) {
        TextTable table = new TextTable(
                "duty", "due", "met", "missed", "excused", "unknown", "pending", "honour", "median", "90 %", "longest");
        for (DutyScore each : duties.values()) {
            Tally tally = each.counted();
            table.row(
                    each.duty().name().toLowerCase(Locale.ROOT),
                    tally.due(),
                    tally.met(),
                    tally.missed(),
                    tally.excused(),
                    tally.unknown(),
                    tally.pending(),
                    honour(tally, each.beforeRecomputation(), cap),
                    Words.time(each.responseTimes().median()),
                    Words.time(each.responseTimes().ninetieth()),
                    Words.time(each.responseTimes().longest()));
        }
        return table.toString();
    }

    private static String honour(Tally counted, Tally before, UnknownCap cap) {
        String honour = counted.honour().inPercent();
        String was = counted.equals(before) ? "" : ", " + before.honour().inPercent() + " before recomputation";
        return honour + was + (cap.allows(counted.unknownShare()) ? "" : ", not to be relied on");
    }

    private static TextTable times(String what) {
        return new TextTable(what, "median", "90 %", "longest", "of");
    }

    private static void row(TextTable table, String what, Times times) {
        table.row(
                what,
                Words.time(times.median()),
                Words.time(times.ninetieth()),
                Words.time(times.longest()),
                times.count());
    }
}
