package org.gridrollout.core.sla;

import java.time.Duration;
import java.time.Instant;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;

/** Every instant is working time: {@link CalendarId#AROUND_THE_CLOCK}. */
public record AroundTheClock() implements WorkingCalendar {

    @Override
    public CalendarId id() {
        return CalendarId.AROUND_THE_CLOCK;
    }

    @Override
    public Instant after(Instant start, Duration workingTime) {
        Reach.requireStart(start, workingTime);
        return start.plus(workingTime);
    }

    @Override
    public Duration workingTime(Instant from, Instant until) {
        Reach.requirePeriod(from, until);
        return Duration.between(from, until);
    }

    @Override
    public Duration workingDay() {
        return Duration.ofDays(1);
    }
}
