package org.gridrollout.core.metrics;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.software.ProductId;

/** What is counted of one product, on all platforms. */
final class ProductBook {

    private final ProductId product;
    private final Series happenings = new Series();
    private final Series total = new Series();
    private final Series waiting = new Series();
    private final Series working = new Series();
    private final Map<RolloutState, Series> inState = new EnumMap<>(RolloutState.class);
    private final Dues answers = new Dues();

    ProductBook(ProductId product) {
        this.product = product;
    }

    ProductId product() {
        return product;
    }

    /** What its team owes. */
    Dues answers() {
        return answers;
    }

    void count(Happening happening, long at) {
        new Mark(happenings, product, at, happening.code(), Mark.NO_TIME).addToSeries();
    }

    /** A release came into production, after so long in each state. */
    void arrived(long at, Map<RolloutState, Long> spent) {
        long waited = 0;
        long worked = 0;
        for (Map.Entry<RolloutState, Long> each : spent.entrySet()) {
            RolloutState state = each.getKey();
            mark(inState.computeIfAbsent(state, any -> new Series()), at, each.getValue());
            if (LeadTime.isWaiting(state)) {
                waited += each.getValue();
            } else {
                worked += each.getValue();
            }
        }
        mark(waiting, at, waited);
        mark(working, at, worked);
        mark(total, at, waited + worked);
        count(Happening.INTO_PRODUCTION, at);
    }

    private void mark(Series series, long at, long took) {
        new Mark(series, product, at, 0, took).addToSeries();
    }

    ProductScorecard scorecard(Period period) {
        Selection in = happenings.select(period);
        Map<Duty, DutyScore> answered = answers.scores(period);
        return new ProductScorecard(
                product,
                period,
                releases(in, period),
                leadTime(period),
                new Faults(
                        Happening.FAULT_ESCAPED.in(in),
                        Happening.FAULT_UNGUARDED.in(in),
                        Happening.FAULT_LOWERED.in(in)),
                answered.getOrDefault(Duty.ANSWER, DutyScore.none(Duty.ANSWER)),
                Happening.EXPEDITED.in(in),
                Happening.WAIVED.in(in));
    }

    private Releases releases(Selection in, Period period) {
        Selection byThen = happenings.select(new Period(Instant.MIN, period.until()));
        long left = Happening.ARRIVED_OR_ENDED.stream()
                .mapToLong(each -> each.in(byThen))
                .sum();
        return new Releases(
                Happening.CONTRIBUTED.in(in),
                Happening.INTO_PRODUCTION.in(in),
                Happening.REFUSED.in(in),
                Happening.REJECTED.in(in),
                Happening.WITHDRAWN.in(in),
                Happening.SUPERSEDED.in(in),
                Happening.SUPERSEDED_BEFORE_EVIDENCE.in(in),
                Happening.CONTRIBUTED.in(byThen) - left);
    }

    private LeadTime leadTime(Period period) {
        Map<RolloutState, Times> states = new EnumMap<>(RolloutState.class);
        inState.forEach((state, series) -> {
            Times times = series.select(period).times();
            if (times.count() > 0) {
                states.put(state, times);
            }
        });
        return new LeadTime(
                total.select(period).times(),
                waiting.select(period).times(),
                working.select(period).times(),
                Collections.unmodifiableMap(states));
    }
}
