package org.gridrollout.core.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Calendar months in UTC, numbered through: what series are cut into. */
final class Months {

    private static final long DAY = 86_400_000_000L;
    private static final int IN_A_YEAR = 12;

    private Months() {}

    /** The month that an instant falls into. */
    static int of(long micros) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(micros, DAY));
        return day.getYear() * IN_A_YEAR + day.getMonthValue() - 1;
    }

    /** When a month begins. */
    static long startOf(int month) {
        long day = LocalDate.of(Math.floorDiv(month, IN_A_YEAR), Math.floorMod(month, IN_A_YEAR) + 1, 1)
                .toEpochDay();
        // The first and the last month that instants reach are cut off there.
        return day <= Long.MIN_VALUE / DAY ? Long.MIN_VALUE : day >= Long.MAX_VALUE / DAY ? Long.MAX_VALUE : day * DAY;
    }

    /** The month that an instant falls into. */
    static YearMonth of(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    /** The month that a period is exactly, if it is one. */
    static Optional<YearMonth> wholeMonth(Period period) {
        boolean outOfReach = period.from().equals(Instant.MIN) || period.until().equals(Instant.MAX);
        return outOfReach
                ? Optional.empty()
                : Optional.of(of(period.from()))
                        .filter(each -> Period.month(each).equals(period));
    }
}
