package org.gridrollout.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.core.sla.CalendarArbitraries.Question;

class AroundTheClockProperties {

    private final AroundTheClock calendar = new AroundTheClock();

    @Property
    void itIsPlainPlusAndMinus(@ForAll("questions") Question asked, @ForAll("durations") Duration given) {
        Instant end = calendar.after(asked.start(), given);
        assertThat(end).isEqualTo(asked.start().plus(given));
        assertThat(calendar.workingTime(asked.start(), end)).isEqualTo(given);
    }

    @Property
    void hoursThatNeverCloseAreTheSame(@ForAll("questions") Question asked, @ForAll("durations") Duration given) {
        CalendarCase open = CalendarCase.of(
                asked.calendar().zone().getId(), java.util.EnumSet.allOf(java.time.DayOfWeek.class), "00:00", "00:00");
        assertThat(open.build().after(asked.start(), given)).isEqualTo(calendar.after(asked.start(), given));
        assertThat(open.build().workingDay()).isEqualTo(calendar.workingDay());
    }

    @Property(tries = 1)
    void itIsTheCalendarOfSlasThatNameNone() {
        assertThat(calendar.id()).isEqualTo(CalendarId.AROUND_THE_CLOCK);
    }

    @Provide
    Arbitrary<Question> questions() {
        return CalendarArbitraries.questions();
    }

    @Provide
    Arbitrary<Duration> durations() {
        return CalendarArbitraries.durations();
    }
}
