package org.gridrollout.core.sla;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/** The hours of one weekday: windows that do not overlap, in order. Times are microseconds since the day began. */
record DayHours(List<Window> windows) {

    static final long DAY = 86_400_000_000L;
    static final DayHours NONE = new DayHours(List.of());

    /** Half-open: {@code from} belongs to it, {@code until} does not. */
    record Window(long from, long until) {

        /** Midnight as its end is the end of the day. */
        static Window of(LocalTime from, LocalTime until) {
            long end = micros(until);
            return new Window(micros(from), end == 0 ? DAY : end);
        }

        boolean isPositive() {
            return until > from;
        }

        boolean overlaps(Window other) {
            return from < other.until && other.from < until;
        }

        private static long micros(LocalTime time) {
            return time.toNanoOfDay() / 1_000;
        }
    }

    DayHours {
        windows =
                windows.stream().sorted(Comparator.comparingLong(Window::from)).toList();
    }

    long total() {
        return until(DAY);
    }

    /** The hours from the day's beginning until {@code time}. */
    long until(long time) {
        long sum = 0;
        for (Window each : windows) {
            sum += Math.max(0, Math.min(time, each.until) - each.from);
        }
        return sum;
    }

    /** The first time by which {@code amount} has been worked; at least 1, at most the total. */
    long reach(long amount) {
        long left = amount;
        for (Window each : windows) {
            long length = each.until - each.from;
            if (left <= length) {
                return each.from + left;
            }
            left -= length;
        }
        throw new IllegalArgumentException(amount + " of " + total());
    }
}
