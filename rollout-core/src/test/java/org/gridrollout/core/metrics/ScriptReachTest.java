package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridrollout.api.sla.Duty;
import org.junit.jupiter.api.Test;

/** Properties say something only about what their generator reaches. */
class ScriptReachTest {

    @Test
    void randomJournalsReachEveryFigure() {
        Random random = new Random(7);
        Map<String, Long> reached = new LinkedHashMap<>();
        for (int run = 0; run < 150; run++) {
            List<Script.Step> steps = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                steps.add(new Script.Step(
                        random.nextInt(6), random.nextInt(1000), random.nextInt(100), random.nextInt(17)));
            }
            Metrics metrics = Metrics.empty();
            metrics.applyAll(new Script(steps).written().journal());
            metrics.sites().forEach(each -> add(reached, metrics.site(each, Period.ALWAYS)));
            metrics.products().forEach(each -> add(reached, metrics.product(each, Period.ALWAYS)));
            add(reached, metrics.middlewareUnit(Period.ALWAYS));
        }
        assertThat(reached.entrySet())
                .allSatisfy(
                        each -> assertThat(each.getValue()).as(each.getKey()).isPositive());
    }

    private static void add(Map<String, Long> reached, SiteScorecard card) {
        add(reached, "site", card.obligations());
        for (Duty each : List.of(Duty.ACKNOWLEDGE, Duty.DEPLOY, Duty.REPORT, Duty.ANSWER)) {
            add(reached, each + " response", card.duty(each).responseTimes().count());
            add(reached, "recomputed", card.duty(each).recomputed());
        }
        add(reached, "unknown before", card.beforeRecomputation().unknown());
        add(reached, "faults missed", card.faultsMissed());
        add(reached, "announced", card.participation().announced());
        add(reached, "deployed", card.participation().deployed());
        add(reached, "declined", card.participation().declined());
        add(reached, "critical", card.incidents().critical());
        add(reached, "non-critical", card.incidents().nonCritical());
        add(reached, "no problem", card.incidents().noProblem());
        add(reached, "duplicate", card.incidents().duplicate());
        add(reached, "undecided", card.incidents().undecided());
    }

    private static void add(Map<String, Long> reached, ProductScorecard card) {
        add(reached, "team", card.answers().counted());
        add(reached, "into production", card.releases().intoProduction());
        add(reached, "refused", card.releases().refused());
        add(reached, "rejected", card.releases().rejected());
        add(reached, "withdrawn", card.releases().withdrawn());
        add(reached, "superseded", card.releases().superseded());
        add(reached, "starved", card.releases().supersededBeforeEvidence());
        add(reached, "in flight", card.releases().inFlight());
        card.leadTime().inState().forEach((state, times) -> add(reached, "lead time in " + state, times.count()));
        add(reached, "escaped", card.faults().escaped());
        add(reached, "unguarded", card.faults().unguarded());
        add(reached, "lowered", card.faults().lowered());
        add(reached, "emergencies", card.emergencies());
    }

    private static void add(Map<String, Long> reached, MiddlewareUnitScorecard card) {
        add(reached, "unit", card.obligations());
        add(reached, "restored", card.restoringProduction().count());
        add(reached, "fleet clear", card.clearingFleet().count());
        add(reached, "faulty fixes", card.faultyFixes());
        add(reached, "restorations open", card.restorationsOpen());
        add(reached, "holds escalated", card.holdsEscalated());
    }

    private static void add(Map<String, Long> reached, String whose, Tally tally) {
        add(reached, whose + " pending", tally.pending());
        add(reached, whose + " met", tally.met());
        add(reached, whose + " missed", tally.missed());
        add(reached, whose + " excused", tally.excused());
        add(reached, whose + " waived", tally.waived());
        add(reached, whose + " cancelled", tally.cancelled());
        if (whose.equals("site")) {
            add(reached, "unknown", tally.unknown());
        }
    }

    private static void add(Map<String, Long> reached, String what, long count) {
        reached.merge(what, count, Long::sum);
    }
}
