package org.gridrollout.core.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.sla.CalendarId;

/** A calendar in whole minutes, with the slow and obvious answer to every question. */
record CalendarCase(ZoneId zone, List<Opening> openings, Set<LocalDate> holidays) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** @param until exclusive; 24:00 is told as midnight */
    record Opening(DayOfWeek day, LocalTime from, LocalTime until) {

        boolean isOpen(LocalTime time) {
            return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
        }
    }

    static CalendarCase of(String zone, Set<DayOfWeek> days, String from, String until, LocalDate... holidays) {
        return new CalendarCase(
                ZoneId.of(zone),
                days.stream()
                        .map(day -> new Opening(day, LocalTime.parse(from), LocalTime.parse(until)))
                        .toList(),
                Set.of(holidays));
    }

    WorkingHours build() {
        WorkingHoursBuilder builder =
                WorkingHours.builder().id(CalendarId.of("case")).zone(zone).holidays(holidays);
        openings.forEach(each -> builder.hours(each.day, each.from, each.until));
        return builder.build();
    }

    Duration naiveWorkingTime(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
            sum = isWorking(at) ? sum.plus(MINUTE) : sum;
        }
        return sum;
    }

    Instant naiveAfter(Instant start, Duration workingTime) {
        Duration left = workingTime;
        Instant at = start;
        while (left.compareTo(Duration.ZERO) > 0) {
            left = isWorking(at) ? left.minus(MINUTE) : left;
            at = at.plus(MINUTE);
        }
        return at;
    }

    private boolean isWorking(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return !holidays.contains(local.toLocalDate())
                && openings.stream()
                        .anyMatch(each -> each.day == local.getDayOfWeek() && each.isOpen(local.toLocalTime()));
    }
}
