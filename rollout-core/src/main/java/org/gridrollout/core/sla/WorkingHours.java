package org.gridrollout.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;

/**
 * The hours of a week in a time zone, less holidays. Immutable.
 *
 * <p>An instant is working time if what the zone's clocks show then lies in a window, on a day that is no holiday. So a
 * window from 01:00 until 05:00 has three hours on the day on which clocks in Zurich go forward and five on the day on
 * which they go back; a window that lies in the skipped hour is missing that day, one that lies in the repeated hour is
 * open twice. A day that a zone skipped, as Samoa did in 2011, was not there to be worked.
 *
 * <p>A question costs a few steps for each change of the zone's offset in between, however many weeks and holidays there
 * are. A later edition of the time zone database may answer differently about the future; due instants that were fixed
 * stay.
 */
public final class WorkingHours implements WorkingCalendar {

    private final CalendarId id;
    private final ZoneId zone;
    private final LocalHours hours;

    WorkingHours(CalendarId id, ZoneId zone, LocalHours hours) {
        this.id = id;
        this.zone = zone;
        this.hours = hours;
    }

    /** Starts a calendar without hours and holidays; give an id, a zone and hours. */
    public static WorkingHoursBuilder builder() {
        return new WorkingHoursBuilder();
    }

    @Override
    public CalendarId id() {
        return id;
    }

    @Override
    public Instant after(Instant start, Duration workingTime) {
        Reach.requireStart(start, workingTime);
        if (workingTime.isZero()) {
            return start;
        }
        long left = micros(workingTime);
        long limit = Stretch.micros(Reach.LAST);
        for (long at = Stretch.micros(start); at < limit; ) {
            Stretch stretch = Stretch.of(zone.getRules(), at, limit);
            long here = hours.between(stretch.localFrom(), stretch.localUntil());
            if (left <= here) {
                long local = hours.reach(stretch.localFrom(), left, stretch.localUntil());
                return Stretch.instant(local - stretch.offset());
            }
            left -= here;
            at = stretch.until();
        }
        throw Reach.beyond(start, workingTime);
    }

    @Override
    public Duration workingTime(Instant from, Instant until) {
        Reach.requirePeriod(from, until);
        long sum = 0;
        long limit = Stretch.micros(until);
        for (long at = Stretch.micros(from); at < limit; ) {
            Stretch stretch = Stretch.of(zone.getRules(), at, limit);
            sum += hours.between(stretch.localFrom(), stretch.localUntil());
            at = stretch.until();
        }
        return Duration.of(sum, ChronoUnit.MICROS);
    }

    @Override
    public Duration workingDay() {
        return Duration.of(hours.perWeek() / hours.daysPerWeek(), ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return id + " (" + zone + ")";
    }

    private static long micros(Duration duration) {
        return duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1_000;
    }
}
