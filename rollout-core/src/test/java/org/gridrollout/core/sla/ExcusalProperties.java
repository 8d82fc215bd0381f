package org.gridrollout.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.Downtime.Kind;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.core.sla.Excusal.Disregarded;
import org.gridrollout.core.sla.Excusal.Excused;
import org.gridrollout.core.sla.Excusal.Ground;
import org.gridrollout.core.sla.Excusal.NotExcused;
import org.gridrollout.core.sla.Excusal.Reason;

class ExcusalProperties {

    @Property(tries = 2_000)
    @StatisticsReport(StatisticsReportMode.OFF)
    void itDecidesAsTheRulesSayHourByHour(@ForAll("cases") DowntimeCase asked) {
        Excusal excusal = asked.decide();
        assertThat(excusal.excused()).isEqualTo(asked.naivelyExcused());
        everyAnswerComesUp(excusal.toString());
    }

    private static void everyAnswerComesUp(String excusal) {
        for (Enum<?> each : List.of(
                Ground.DOWN_WHEN_DUE,
                Ground.DOWN_FOR_THE_SHARE,
                Reason.CANCELLED,
                Reason.UNSCHEDULED,
                Reason.REDECLARED,
                Reason.TOO_SHORT)) {
            Statistics.label(each.name())
                    .collect(excusal.contains(each.name()))
                    .coverage(coverage -> coverage.check(true).percentage(share -> share > 2));
        }
    }

    @Property
    void decidingLateGivesTheAnswerOfDecidingOnTime(@ForAll("cases") DowntimeCase asked) {
        assertThat(asked.decide()).isEqualTo(asked.decide(asked.asOfDue()));
    }

    @Property
    void theOrderInWhichDowntimesAreGivenDoesNotMatter(@ForAll("cases") DowntimeCase asked, @ForAll Random random) {
        List<Downtime> shuffled = new ArrayList<>(asked.downtimes());
        Collections.shuffle(shuffled, random);
        assertThat(asked.decide(shuffled)).isEqualTo(asked.decide());
    }

    @Property
    void otherSitesDoNotMatter(@ForAll("cases") DowntimeCase asked) {
        List<Downtime> own = asked.downtimes().stream()
                .filter(each -> each.site().equals(DowntimeCase.SITE))
                .toList();
        assertThat(asked.decide(own)).isEqualTo(asked.decide());
    }

    @Property
    void anUnscheduledDowntimeNeverHelps(@ForAll("cases") DowntimeCase asked) {
        List<Downtime> scheduled = asked.downtimes().stream()
                .filter(each -> each.kind() == Kind.SCHEDULED)
                .toList();
        assertThat(asked.decide(scheduled).excused() || !asked.decide().excused())
                .isTrue();
    }

    @Property
    void whatWasPlannedBeforeAnythingBrokeExcusesWhateverElseWasDeclared(
            @ForAll("cases") DowntimeCase asked, @ForAll @IntRange(min = 0, max = 50) int before) {
        Downtime planned = Downtime.declared(
                DowntimeId.of("planned"),
                DowntimeCase.SITE,
                DowntimeCase.hour(asked.due() - before),
                DowntimeCase.hour(asked.due() + 1),
                DowntimeCase.hour(-100),
                "a new hall");
        List<Downtime> downtimes = new ArrayList<>(asked.downtimes());
        downtimes.add(planned);
        assertThat(asked.decide(downtimes).excused()).isTrue();
    }

    /** The trick seen at GOCDB, in all lengths, also when the sequel is declared just before it breaks. */
    @Property
    void whoDeclaresAgainAndAgainFromADayBeforeTheOutageOnIsNeverExcused(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 25, max = 60) Integer> lengths,
            @ForAll @IntRange(min = 0, max = 24) int gap,
            @ForAll @IntRange(min = 25, max = 90) int ahead) {
        List<Downtime> downtimes = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            int at = from == 0 ? 0 : Math.max(-24, from - ahead);
            downtimes.add(Downtime.declared(
                    DowntimeId.of("dt-" + from),
                    DowntimeCase.SITE,
                    DowntimeCase.hour(from),
                    DowntimeCase.hour(from + length),
                    DowntimeCase.hour(at),
                    "cooling"));
            from += length + gap;
        }
        DowntimeCase asked = new DowntimeCase(downtimes, 0, from - gap - 1, ExcusalPolicy.STANDARD);
        assertThat(asked.decide().excused()).isFalse();
    }

    @Property
    void askingForMoreNeverExcusesMore(@ForAll("cases") DowntimeCase asked) {
        ExcusalPolicy stricter = new ExcusalPolicy(
                asked.policy().notice().multipliedBy(2), (asked.policy().share() + 1) / 2);
        Excusal strict = new DowntimeCase(asked.downtimes(), asked.start(), asked.due(), stricter).decide();
        assertThat(asked.decide().excused() || !strict.excused()).isTrue();
    }

    @Property
    void theAnswerNamesTheSitesOwnDowntimesInItsSentence(@ForAll("cases") DowntimeCase asked) {
        Excusal excusal = asked.decide();
        List<DowntimeId> named = excusal instanceof Excused excused
                ? excused.by()
                : ((NotExcused) excusal)
                        .disregarded().stream().map(Disregarded::downtime).toList();
        List<DowntimeId> own = asked.downtimes().stream()
                .filter(each -> each.site().equals(DowntimeCase.SITE))
                .map(Downtime::id)
                .toList();
        assertThat(own).containsAll(named);
        assertThat(named).allSatisfy(id -> assertThat(excusal.sentence()).contains(id.value()));
    }

    @Provide
    Arbitrary<DowntimeCase> cases() {
        return DowntimeCase.cases();
    }
}
