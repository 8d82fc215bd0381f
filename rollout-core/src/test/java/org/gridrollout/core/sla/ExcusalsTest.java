package org.gridrollout.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.sla.DowntimeCase.SITE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.core.sla.Excusal.Disregarded;
import org.gridrollout.core.sla.Excusal.Excused;
import org.gridrollout.core.sla.Excusal.Ground;
import org.gridrollout.core.sla.Excusal.NotExcused;
import org.gridrollout.core.sla.Excusal.Reason;
import org.junit.jupiter.api.Test;

/** A report owed from Monday 2 March 2026, 00:00, to Monday 9 March, 00:00: 168 hours. */
class ExcusalsTest {

    private static final Instant STARTED = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-09T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Excusals excusals = Excusals.under(ExcusalPolicy.STANDARD);

    @Test
    void aSiteThatIsDownWhenItIsDueIsExcused() {
        assertThat(decide(scheduled("dt-1", DUE.minus(hours(2)), DUE.plus(hours(2)))))
                .isEqualTo(
                        new Excused(
                                Ground.DOWN_WHEN_DUE,
                                List.of(DowntimeId.of("dt-1")),
                                "CERN-PROD was in scheduled downtime at the due instant, 2026-03-09T00:00:00Z: dt-1 (cooling)."));
    }

    @Test
    void aDowntimeThatBeginsAtTheDueInstantExcuses() {
        assertThat(decide(scheduled("dt-1", DUE, DUE.plus(hours(1)))).excused()).isTrue();
        assertThat(decide(scheduled("dt-1", DUE.plus(TICK), DUE.plus(hours(1)))).excused())
                .isFalse();
    }

    @Test
    void aDowntimeThatEndsAtTheDueInstantDoesNotExcuse() {
        assertThat(decide(scheduled("dt-1", DUE.minus(hours(1)), DUE)).excused())
                .isFalse();
        assertThat(decide(scheduled("dt-1", DUE.minus(hours(1)), DUE.plus(TICK)))
                        .excused())
                .isTrue();
    }

    @Test
    void aSiteThatIsDownForHalfOfThePeriodIsExcused() {
        assertThat(decide(
                        scheduled("dt-1", STARTED.minus(hours(10)), STARTED.plus(hours(44))),
                        scheduled("dt-2", STARTED.plus(hours(100)), STARTED.plus(hours(140)))))
                .isEqualTo(new Excused(
                        Ground.DOWN_FOR_THE_SHARE,
                        List.of(DowntimeId.of("dt-1"), DowntimeId.of("dt-2")),
                        "CERN-PROD was in scheduled downtime for PT84H of PT168H, which is at least 50 %: "
                                + "dt-1 (cooling), dt-2 (cooling)."));
    }

    @Test
    void aMicrosecondLessThanHalfIsNotEnough() {
        assertThat(decide(scheduled("dt-1", STARTED, STARTED.plus(hours(84)).minus(TICK))))
                .isEqualTo(new NotExcused(
                        List.of(new Disregarded(DowntimeId.of("dt-1"), Reason.TOO_SHORT)),
                        "CERN-PROD is not excused: dt-1 was over when it was due, and PT83H59M59.999999S of PT168H are "
                                + "less than 50 %."));
    }

    @Test
    void timeUnderTwoDowntimesCountsOnce() {
        assertThat(decide(
                                scheduled("dt-1", STARTED.plus(hours(10)), STARTED.plus(hours(70))),
                                scheduled("dt-2", STARTED.plus(hours(20)), STARTED.plus(hours(60))),
                                scheduled("dt-3", STARTED.plus(hours(50)), STARTED.plus(hours(90))))
                        .excused())
                .isFalse(); // 80 hours, not 140
    }

    @Test
    void aShareIsTheDecimalThatWasWritten() {
        Excusals tenth = Excusals.under(new ExcusalPolicy(hours(24), 0.1));
        Downtime downtime = scheduled("dt-1", STARTED, STARTED.plus(Duration.ofMinutes(1_008)));
        assertThat(tenth.decide(SITE, STARTED, DUE, List.of(downtime)).excused())
                .isTrue();
    }

    @Test
    void aPeriodWithoutLengthIsExcusedOnlyByBeingDownThen() {
        Downtime before = scheduled("dt-1", DUE.minus(hours(5)), DUE);
        Downtime then = scheduled("dt-2", DUE, DUE.plus(TICK));
        assertThat(excusals.decide(SITE, DUE, DUE, List.of(before)).excused()).isFalse();
        assertThat(excusals.decide(SITE, DUE, DUE, List.of(then)).excused()).isTrue();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> excusals.decide(SITE, DUE, STARTED, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is due at 2026-03-02T00:00:00Z before it starts at 2026-03-09T00:00:00Z");
    }

    @Test
    void aSiteWithoutDowntimesIsNotExcused() {
        assertThat(decide()).isEqualTo(new NotExcused(List.of(), "CERN-PROD had declared no downtime in the period."));
    }

    @Test
    void downtimesOutsideThePeriodAreNotMentioned() {
        assertThat(decide(
                        scheduled("dt-1", STARTED.minus(hours(5)), STARTED),
                        scheduled("dt-2", DUE.plus(TICK), DUE.plus(hours(5)))))
                .isEqualTo(new NotExcused(List.of(), "CERN-PROD had declared no downtime in the period."));
    }

    @Test
    void everyDowntimeInThePeriodIsToldWhyItDoesNotExcuse() {
        Downtime cancelled =
                scheduled("dt-1", DUE.minus(hours(150)), DUE.plus(hours(1))).cancelled(DUE.minus(hours(151)));
        Downtime unscheduled = declared("dt-2", DUE.minus(hours(100)), DUE.minus(hours(80)), DUE.minus(hours(101)));
        Downtime behind = declared("dt-3", DUE.minus(hours(70)), DUE.plus(hours(1)), DUE.minus(hours(99)));
        Excusal excusal = decide(cancelled, unscheduled, behind);
        assertThat(excusal)
                .isEqualTo(new NotExcused(
                        List.of(
                                new Disregarded(DowntimeId.of("dt-1"), Reason.CANCELLED),
                                new Disregarded(DowntimeId.of("dt-2"), Reason.UNSCHEDULED),
                                new Disregarded(DowntimeId.of("dt-3"), Reason.REDECLARED)),
                        "CERN-PROD is not excused: dt-1 was cancelled; dt-2 was not declared more than 24 hours ahead; "
                                + "dt-3 followed an outage within PT24H, or others that did, and was not declared more "
                                + "than PT24H before that began."));
    }

    /** Seen at GOCDB: just long enough unscheduled that what comes behind counts as scheduled, and again. */
    @Test
    void redeclaringADowntimeAgainAndAgainIsNoExcuse() {
        Instant broken = STARTED.plus(hours(4));
        Duration barelyScheduled = Duration.ofHours(24).plusMinutes(15);
        Instant second = broken.plus(barelyScheduled);
        Instant third = second.plus(hours(30));
        Instant fourth = third.plus(hours(48));

        Downtime first = declared("dt-1", broken, second, broken);
        Downtime behind = declared("dt-2", second, third, broken);
        Downtime again = declared("dt-3", third, fourth, second.plus(hours(1)));
        Downtime onAndOn = declared("dt-4", fourth.plus(hours(1)), DUE.plus(hours(12)), third.plus(hours(2)));
        assertThat(List.of(behind.kind(), again.kind(), onAndOn.kind()))
                .as("each of them is scheduled to the letter")
                .containsOnly(Downtime.Kind.SCHEDULED);

        assertThat(decide(first, behind, again, onAndOn))
                .isInstanceOfSatisfying(
                        NotExcused.class,
                        it -> assertThat(it.disregarded())
                                .extracting(Disregarded::reason)
                                .containsExactly(
                                        Reason.UNSCHEDULED, Reason.REDECLARED, Reason.REDECLARED, Reason.REDECLARED));
    }

    @Test
    void aScheduledDowntimeFarEnoughBehindAnUnscheduledOneExcuses() {
        Instant end = STARTED.plus(hours(10));
        Downtime unscheduled = declared("dt-1", STARTED, end, STARTED);
        assertThat(decide(unscheduled, declared("dt-2", end.plus(hours(24)), DUE.plus(TICK), STARTED))
                        .excused())
                .isFalse();
        assertThat(decide(unscheduled, declared("dt-2", end.plus(hours(24)).plus(TICK), DUE.plus(TICK), STARTED))
                        .excused())
                .isTrue();
    }

    @Test
    void aDowntimePlannedInGoodTimeBeforeTheOutageExcusesHoweverCloseItFollows() {
        Instant broken = DUE.minus(hours(30));
        Downtime outage = declared("dt-1", broken, broken.plus(hours(28)), broken);
        Instant dayBefore = broken.minus(hours(24));
        assertThat(decide(outage, declared("dt-2", DUE.minus(hours(1)), DUE.plus(TICK), dayBefore))
                        .excused())
                .isFalse();
        assertThat(decide(outage, declared("dt-2", DUE.minus(hours(1)), DUE.plus(TICK), dayBefore.minus(TICK)))
                        .excused())
                .isTrue();
    }

    @Test
    void itIsTheFirstOutageThatCountsNotALaterOne() {
        Instant broken = DUE.minus(hours(80));
        Downtime first = declared("dt-1", broken, broken.plus(hours(30)), broken);
        Downtime second = declared("dt-2", DUE.minus(hours(40)), DUE.minus(hours(10)), DUE.minus(hours(40)));
        Downtime between = declared("dt-3", DUE.minus(hours(1)), DUE.plus(TICK), DUE.minus(hours(70)));
        assertThat(decide(first, second, between).excused()).isFalse();
        assertThat(decide(second, between).excused()).isTrue();
    }

    @Test
    void whatIsDeclaredBehindAPlannedDowntimeStillGoesBackToTheOutage() {
        Instant broken = DUE.minus(hours(100));
        Downtime outage = declared("dt-1", broken, broken.plus(hours(20)), broken);
        Downtime planned = scheduled("dt-2", broken.plus(hours(30)), broken.plus(hours(70)));
        Downtime behind = declared("dt-3", broken.plus(hours(80)), DUE.plus(TICK), broken.plus(hours(1)));
        assertThat(decide(outage, planned, behind).excused()).isFalse();
        assertThat(decide(planned, behind).excused()).isTrue();
    }

    @Test
    void aScheduledDowntimeThatBeginsWithAnUnscheduledOneDoesNotExcuse() {
        Instant from = DUE.minus(hours(10));
        Instant dayBefore = from.minus(hours(24)).minus(TICK);
        Duration notice = hours(25); // more than a downtime needs to be scheduled
        Excusals strict = Excusals.under(new ExcusalPolicy(notice, 0.5));
        Downtime unscheduled = declared("dt-9", from, from.plus(hours(1)), from);
        Downtime together = declared("dt-1", from, DUE.plus(TICK), dayBefore);
        Downtime before = declared("dt-1", from.minus(TICK), DUE.plus(TICK), dayBefore.minus(TICK));
        assertThat(strict.decide(SITE, STARTED, DUE, List.of(together, unscheduled))
                        .excused())
                .isFalse();
        assertThat(strict.decide(SITE, STARTED, DUE, List.of(before, unscheduled))
                        .excused())
                .isTrue();
    }

    @Test
    void anUnscheduledDowntimeDeclaredOnlyAfterwardsSpoilsNothing() {
        Instant from = DUE.minus(hours(10));
        Downtime scheduled = declared("dt-1", from, DUE.plus(TICK), from.minus(hours(25)));
        Downtime byThen = declared("dt-2", from.minus(hours(5)), from, DUE);
        Downtime afterwards = declared("dt-2", from.minus(hours(5)), from, DUE.plus(TICK));
        assertThat(decide(scheduled, byThen).excused()).isFalse();
        assertThat(decide(scheduled, afterwards).excused()).isTrue();
    }

    @Test
    void aCancelledUnscheduledDowntimeSpoilsNothing() {
        Instant from = DUE.minus(hours(50));
        Downtime neverWas = declared("dt-1", from, from.plus(hours(40)), from.minus(hours(2)))
                .cancelled(from.minus(hours(1)));
        assertThat(decide(neverWas, declared("dt-2", DUE.minus(hours(5)), DUE.plus(TICK), from))
                        .excused())
                .isTrue();
    }

    @Test
    void nothingIsExcusedWithoutNamingADowntime() {
        assertThatThrownBy(() -> new Excused(Ground.DOWN_WHEN_DUE, List.of(), "because"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Excused: must name a downtime");
    }

    private Excusal decide(Downtime... downtimes) {
        return excusals.decide(SITE, STARTED, DUE, List.of(downtimes));
    }

    private static Downtime scheduled(String id, Instant from, Instant until) {
        return declared(id, from, until, LONG_AGO);
    }

    private static Downtime declared(String id, Instant from, Instant until, Instant at) {
        return Downtime.declared(DowntimeId.of(id), SITE, from, until, at, "cooling");
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
