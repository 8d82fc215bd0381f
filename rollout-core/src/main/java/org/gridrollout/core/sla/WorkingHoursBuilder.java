package org.gridrollout.core.sla;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.sla.CalendarId;
import org.jspecify.annotations.Nullable;

/** Collects what {@link WorkingHours} are made of. Not thread-safe; may be used again after {@link #build()}. */
public final class WorkingHoursBuilder {

    private @Nullable CalendarId id;
    private @Nullable ZoneId zone;
    private final List<Hours> hours = new ArrayList<>();
    private final Set<LocalDate> holidays = new TreeSet<>();

    private record Hours(DayOfWeek day, LocalTime from, LocalTime until) {

        DayHours.Window window() {
            return DayHours.Window.of(from, until);
        }

        boolean clashesWith(Hours other) {
            return day == other.day && window().overlaps(other.window());
        }

        @Override
        public String toString() {
            return day + " " + from + "-" + until;
        }
    }

    WorkingHoursBuilder() {}

    /** Under this name SLAs refer to it; required. */
    public WorkingHoursBuilder id(CalendarId id) {
        this.id = id;
        return this;
    }

    /** Whose clocks the hours are read from; required. */
    public WorkingHoursBuilder zone(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    /**
     * Adds a window; a day may have several that do not overlap. Hours past midnight are two windows, of two days.
     *
     * @param from inclusive
     * @param until exclusive; {@link LocalTime#MIDNIGHT} is the end of the day
     */
    public WorkingHoursBuilder hours(DayOfWeek day, LocalTime from, LocalTime until) {
        hours.add(new Hours(day, from, until));
        return this;
    }

    /** Adds the same window to each of the days. */
    public WorkingHoursBuilder hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        days.stream().sorted().forEach(day -> hours(day, from, until));
        return this;
    }

    /** Adds local dates that have no hours, whatever their weekday. */
    public WorkingHoursBuilder holidays(Collection<LocalDate> days) {
        holidays.addAll(days);
        return this;
    }

    /**
     * The calendar.
     *
     * @throws org.gridrollout.api.InvalidValueException with everything that is missing or wrong; a calendar without any
     *     working time is refused, since nothing would ever be due by it
     */
    public WorkingHours build() {
        Violations violations = Violations.of("WorkingHours" + (id == null ? "" : " " + id))
                .unless(id != null, "id is missing")
                .unless(zone != null, "zone is missing")
                .unless(!hours.isEmpty(), "has no working time, so that nothing would ever be due; give hours");
        hours.forEach(each -> violations
                .unless(each.window().isPositive(), "%s must end after it begins", each)
                .unless(isWhole(each.from) && isWhole(each.until), "%s must be in whole microseconds", each));
        overlaps(violations);
        violations.throwIfAny();
        return new WorkingHours(requireNonNull(id), requireNonNull(zone), new LocalHours(week(), holidays));
    }

    private void overlaps(Violations violations) {
        for (int i = 0; i < hours.size(); i++) {
            for (Hours later : hours.subList(i + 1, hours.size())) {
                violations.unless(!hours.get(i).clashesWith(later), "%s and %s overlap", hours.get(i), later);
            }
        }
    }

    private Map<DayOfWeek, DayHours> week() {
        return hours.stream()
                .collect(groupingBy(
                        Hours::day,
                        () -> new EnumMap<>(DayOfWeek.class),
                        collectingAndThen(mapping(Hours::window, toList()), DayHours::new)));
    }

    private static boolean isWhole(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MICROS));
    }
}
