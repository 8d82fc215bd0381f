package org.gridrollout.core.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridrollout.api.sla.Duty;

/** What one party owes and owed, by duty, along the due instants. */
final class Dues {

    private final Map<Duty, Series> series = new EnumMap<>(Duty.class);

    Series of(Duty duty) {
        return series.computeIfAbsent(duty, any -> new Series());
    }

    /** The score of each duty that something fell due of, or was to fall due of, in a period. */
    Map<Duty, DutyScore> scores(Period period) {
        return scores(each -> each.select(period));
    }

    /** The same for what matches; costs every obligation of the period's months. */
    Map<Duty, DutyScore> scores(Period period, Predicate<Mark> which) {
        return scores(each -> each.select(period, which));
    }

    private Map<Duty, DutyScore> scores(Function<Series, Selection> selecting) {
        Map<Duty, DutyScore> scores = new EnumMap<>(Duty.class);
        series.forEach((duty, each) -> {
            DutyScore score = score(duty, selecting.apply(each));
            if (score.counted().total() > 0) {
                scores.put(duty, score);
            }
        });
        return Collections.unmodifiableMap(scores);
    }

    private static DutyScore score(Duty duty, Selection selection) {
        Tally counted = Tally.NONE;
        Tally before = Tally.NONE;
        long recomputed = 0;
        long faultsMissed = 0;
        for (int code = 0; code < selection.codes(); code++) {
            long count = selection.count(code);
            if (count > 0) {
                counted = counted.plus(Counted.now(code).tally(count));
                before = before.plus(Counted.before(code).tally(count));
                recomputed += Counted.isAnew(code) ? count : 0;
                faultsMissed += Counted.isAnew(code) && Counted.now(code) == Counted.MISSED ? count : 0;
            }
        }
        return new DutyScore(duty, counted, before, recomputed, faultsMissed, selection.times());
    }
}
