package org.gridrollout.api.spi;

import java.time.Duration;
import java.time.Instant;
import org.gridrollout.api.sla.CalendarId;

/**
 * Which time counts as working time: SLA terms are measured by it. Pure and thread-safe: the same question gets the same
 * answer for as long as the calendar lives.
 *
 * <p>Every instant is working time or it is not; working time is the time that really passes while it is. Windows are
 * half-open: of an office open from nine to five the instant 09:00 belongs to it and 17:00 does not. Where a calendar is
 * told in local time, an instant counts by what the local clock shows then: an hour that the clock skips is not there
 * to be worked, an hour that it shows twice counts twice. Instants and durations are whole microseconds, given and
 * returned.
 *
 * <p>For all {@code s} and {@code a, b >= 0}: {@code workingTime(s, after(s, a))} is {@code a};
 * {@code after(after(s, a), b)} is {@code after(s, a + b)}; a later start or a longer time never ends earlier.
 */
public interface WorkingCalendar {

    /** Under this name SLAs refer to it. */
    CalendarId id();

    /**
     * The first instant at which so much working time has passed since {@code start}; {@code start} itself for none. If
     * the time is used up just as a window closes, that is the closing instant and not the next opening.
     *
     * @param workingTime not negative
     * @throws org.gridrollout.api.InvalidValueException if the time is negative, something is finer than a microsecond,
     *     or the answer lies outside the years 1 to 9999
     */
    Instant after(Instant start, Duration workingTime);

    /**
     * The working time from {@code from}, inclusive, until {@code until}, exclusive.
     *
     * @throws org.gridrollout.api.InvalidValueException if it ends before it begins, something is finer than a
     *     microsecond, or outside the years 1 to 9999
     */
    Duration workingTime(Instant from, Instant until);

    /**
     * How much working time people mean by "one working day"; positive, at most 24 hours. Where days differ it is their
     * mean, rounded down to a microsecond, so that as many working days as a week has make a week.
     */
    Duration workingDay();
}
