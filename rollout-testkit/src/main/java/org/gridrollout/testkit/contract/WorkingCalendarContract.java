package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.spi.WorkingCalendar;

/**
 * What every {@link WorkingCalendar} does. A calendar's author extends this class and gives a calendar; it is asked about
 * the years 2000 to 2050.
 */
public abstract class WorkingCalendarContract {

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);
    private static final Instant SOME_DAY = Instant.parse("2026-03-02T08:00:00Z");

    /** For subclasses. */
    protected WorkingCalendarContract() {}

    /** The calendar, or one that is equal to it each time. */
    protected abstract WorkingCalendar calendar();

    @Property
    void noTimeEndsWhereItStarts(@ForAll("instants") Instant start) {
        assertThat(calendar().after(start, Duration.ZERO)).isEqualTo(start);
        assertThat(calendar().workingTime(start, start)).isZero();
    }

    @Property
    void betweenStartAndEndLiesTheTimeGiven(@ForAll("instants") Instant start, @ForAll("durations") Duration given) {
        assertThat(calendar().workingTime(start, calendar().after(start, given)))
                .isEqualTo(given);
    }

    @Property
    void atAnyEarlierInstantLessHasPassed(@ForAll("instants") Instant start, @ForAll("durations") Duration given) {
        Duration some = given.plus(TICK);
        Instant end = calendar().after(start, some);
        assertThat(calendar().workingTime(start, end.minus(TICK))).isLessThan(some);
    }

    @Property
    void oneTimeAfterAnotherIsTheirSum(
            @ForAll("instants") Instant start, @ForAll("durations") Duration a, @ForAll("durations") Duration b) {
        assertThat(calendar().after(calendar().after(start, a), b))
                .isEqualTo(calendar().after(start, a.plus(b)));
    }

    @Property
    void aLaterStartOrALongerTimeNeverEndsEarlier(
            @ForAll("instants") Instant start,
            @ForAll("durations") Duration given,
            @ForAll("durations") Duration more) {
        Instant end = calendar().after(start, given);
        assertThat(calendar().after(start.plus(more), given)).isAfterOrEqualTo(end);
        assertThat(calendar().after(start, given.plus(more))).isAfterOrEqualTo(end);
    }

    @Property
    void adjacentPeriodsAddUpAndHoldNoMoreThanTheirTime(
            @ForAll("instants") Instant from, @ForAll("durations") Duration a, @ForAll("durations") Duration b) {
        Instant middle = from.plus(a);
        Instant until = middle.plus(b);
        assertThat(calendar().workingTime(from, middle).plus(calendar().workingTime(middle, until)))
                .isEqualTo(calendar().workingTime(from, until));
        assertThat(calendar().workingTime(from, until)).isBetween(Duration.ZERO, a.plus(b));
    }

    @Example
    void aWorkingDayIsPositiveAndAtMostADay() {
        Duration day = calendar().workingDay();
        assertThat(day).isBetween(TICK, Duration.ofDays(1)).isEqualTo(day.truncatedTo(ChronoUnit.MICROS));
    }

    @Example
    void itsNameStays() {
        assertThat(calendar().id()).isEqualTo(calendar().id());
    }

    @Example
    void aNegativeTimeIsRefused() {
        assertThatThrownBy(() -> calendar().after(SOME_DAY, TICK.negated())).isInstanceOf(InvalidValueException.class);
    }

    @Example
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> calendar().workingTime(SOME_DAY, SOME_DAY.minus(TICK)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Example
    void whatIsFinerThanAMicrosecondIsRefused() {
        Instant fine = SOME_DAY.plusNanos(1);
        assertThatThrownBy(() -> calendar().after(fine, TICK)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> calendar().after(SOME_DAY, Duration.ofNanos(1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> calendar().workingTime(SOME_DAY, fine)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> calendar().workingTime(fine, fine)).isInstanceOf(InvalidValueException.class);
    }

    @Example
    void whatLiesOutsideTheYears1To9999IsRefused() {
        Instant before = Instant.parse("0000-12-31T00:00:00Z");
        Instant after = Instant.parse("+10000-01-01T00:00:00Z");
        assertThatThrownBy(() -> calendar().after(before, TICK)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> calendar().after(SOME_DAY, Duration.between(SOME_DAY, after)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> calendar().workingTime(before, SOME_DAY)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> calendar().workingTime(SOME_DAY, after)).isInstanceOf(InvalidValueException.class);
    }

    @Provide
    Arbitrary<Instant> instants() {
        Instant first = Instant.parse("2000-01-01T00:00:00Z");
        long minutes = Duration.ofDays(50 * 365).toMinutes();
        return Arbitraries.longs().between(0, minutes).map(each -> first.plus(Duration.ofMinutes(each)));
    }

    @Provide
    Arbitrary<Duration> durations() {
        long longest = Duration.ofDays(30).toSeconds() * 1_000_000;
        return Arbitraries.longs().between(0, longest).map(each -> Duration.of(each, ChronoUnit.MICROS));
    }
}
