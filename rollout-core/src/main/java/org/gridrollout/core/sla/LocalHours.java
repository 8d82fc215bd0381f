package org.gridrollout.core.sla;

import static org.gridrollout.core.sla.DayHours.DAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Hours on the local time line, where every day has 24 hours and no zone is in the way. A local time is microseconds
 * since 1970-01-01T00:00. Counting goes by whole weeks and by holidays passed, so that no question costs more for being
 * about a longer time.
 */
final class LocalHours {

    private static final int MONDAY_BEFORE_EPOCH = 3; // 1970-01-01 was a Thursday

    private final DayHours[] week = new DayHours[7];
    /** What a week has until each weekday begins, and in all. */
    private final long[] untilWeekday = new long[8];
    /** Days since the epoch, ascending. */
    private final long[] holidays;
    /** What the first so many holidays take. */
    private final long[] taken;

    LocalHours(Map<DayOfWeek, DayHours> hours, Set<LocalDate> holidays) {
        for (DayOfWeek day : DayOfWeek.values()) {
            int i = day.getValue() - 1;
            week[i] = hours.getOrDefault(day, DayHours.NONE);
            untilWeekday[i + 1] = untilWeekday[i] + week[i].total();
        }
        this.holidays =
                holidays.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
        this.taken = new long[this.holidays.length + 1];
        for (int i = 0; i < this.holidays.length; i++) {
            taken[i + 1] = taken[i] + weekday(this.holidays[i]).total();
        }
    }

    long perWeek() {
        return untilWeekday[7];
    }

    /** On how many days of the week there are hours. */
    long daysPerWeek() {
        return Arrays.stream(week).filter(each -> each.total() > 0).count();
    }

    /** The hours between two local times, in order. */
    long between(long from, long until) {
        return count(until) - count(from);
    }

    /** The first local time by which {@code amount} has been worked since {@code from}; it has been by {@code limit}. */
    long reach(long from, long amount, long limit) {
        long target = count(from) + amount;
        long low = Math.floorDiv(from, DAY);
        long high = Math.floorDiv(limit, DAY);
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2L);
            if (countUntilDay(middle + 1) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * DAY + weekday(low).reach(target - countUntilDay(low));
    }

    /** A count whose differences are hours. */
    private long count(long local) {
        long day = Math.floorDiv(local, DAY);
        long today = isHoliday(day) ? 0 : weekday(day).until(local - day * DAY);
        return countUntilDay(day) + today;
    }

    private long countUntilDay(long day) {
        long weeks = Math.floorDiv(day + MONDAY_BEFORE_EPOCH, 7L);
        return weeks * perWeek() + untilWeekday[index(day)] - taken[holidaysBefore(day)];
    }

    private DayHours weekday(long day) {
        return week[index(day)];
    }

    private static int index(long day) {
        return Math.floorMod(day + MONDAY_BEFORE_EPOCH, 7);
    }

    private boolean isHoliday(long day) {
        return Arrays.binarySearch(holidays, day) >= 0;
    }

    private int holidaysBefore(long day) {
        int found = Arrays.binarySearch(holidays, day);
        return found >= 0 ? found : -found - 1;
    }
}
