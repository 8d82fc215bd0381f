package org.gridrollout.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.gridrollout.core.sla.CalendarArbitraries.Question;

class WorkingHoursProperties {

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    @Property
    void workingTimeIsCountedAsMinuteByMinute(
            @ForAll("questions") Question asked, @ForAll("minutesOfTwelveDays") Duration elapsed) {
        Instant until = asked.start().plus(elapsed);
        assertThat(asked.calendar().build().workingTime(asked.start(), until))
                .isEqualTo(asked.calendar().naiveWorkingTime(asked.start(), until));
    }

    @Property
    void theEndIsFoundAsMinuteByMinute(
            @ForAll("questions") Question asked, @ForAll @LongRange(max = 600) long minutes) {
        Duration workingTime = Duration.ofMinutes(minutes);
        assertThat(asked.calendar().build().after(asked.start(), workingTime))
                .isEqualTo(asked.calendar().naiveAfter(asked.start(), workingTime));
    }

    @Property
    void betweenStartAndEndLiesTheTimeThatWasGiven(
            @ForAll("questions") Question asked, @ForAll("durations") Duration given) {
        WorkingHours calendar = asked.calendar().build();
        Instant end = calendar.after(asked.start(), given);
        assertThat(calendar.workingTime(asked.start(), end)).isEqualTo(given);
    }

    @Property
    void atAnyEarlierInstantLessHasPassed(@ForAll("questions") Question asked, @ForAll("durations") Duration given) {
        WorkingHours calendar = asked.calendar().build();
        Duration some = given.plus(TICK);
        Instant end = calendar.after(asked.start(), some);
        assertThat(calendar.workingTime(asked.start(), end.minus(TICK))).isLessThan(some);
    }

    @Property
    void oneTimeAfterAnotherIsTheirSum(
            @ForAll("questions") Question asked, @ForAll("durations") Duration a, @ForAll("durations") Duration b) {
        WorkingHours calendar = asked.calendar().build();
        assertThat(calendar.after(calendar.after(asked.start(), a), b))
                .isEqualTo(calendar.after(asked.start(), a.plus(b)));
    }

    @Property
    void aLaterStartOrALongerTimeNeverEndsEarlier(
            @ForAll("questions") Question asked,
            @ForAll("durations") Duration given,
            @ForAll("durations") Duration more,
            @ForAll("durations") Duration later) {
        WorkingHours calendar = asked.calendar().build();
        Instant end = calendar.after(asked.start(), given);
        assertThat(calendar.after(asked.start(), given.plus(more))).isAfterOrEqualTo(end);
        assertThat(calendar.after(asked.start().plus(later), given)).isAfterOrEqualTo(end);
    }

    @Property
    void adjacentPeriodsAddUpHoweverLongTheyAre(
            @ForAll("questions") Question asked,
            @ForAll @LongRange(max = 20_000) long days,
            @ForAll("durations") Duration more) {
        WorkingHours calendar = asked.calendar().build();
        Instant from = asked.start();
        Instant middle = from.plus(Duration.ofDays(days));
        Instant until = middle.plus(more);
        assertThat(calendar.workingTime(from, middle).plus(calendar.workingTime(middle, until)))
                .isEqualTo(calendar.workingTime(from, until));
    }

    @Property(tries = 20)
    void yearsAreTheSumOfTheirDays(@ForAll("questions") Question asked, @ForAll @LongRange(max = 4_000) long days) {
        WorkingHours calendar = asked.calendar().build();
        Instant at = asked.start();
        Duration sum = Duration.ZERO;
        for (long i = 0; i < days; i++) {
            Instant next = at.plus(Duration.ofDays(1));
            sum = sum.plus(calendar.workingTime(at, next));
            at = next;
        }
        assertThat(calendar.workingTime(asked.start(), at)).isEqualTo(sum);
    }

    @Provide
    Arbitrary<Question> questions() {
        return CalendarArbitraries.questions();
    }

    @Provide
    Arbitrary<Duration> minutesOfTwelveDays() {
        return CalendarArbitraries.minutes(12);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return CalendarArbitraries.durations();
    }
}
