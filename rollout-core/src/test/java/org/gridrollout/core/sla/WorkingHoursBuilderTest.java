package org.gridrollout.core.sla;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.sla.CalendarId;
import org.junit.jupiter.api.Test;

class WorkingHoursBuilderTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @Test
    void whatIsMissingIsSaidAtOnce() {
        assertThatThrownBy(() -> WorkingHours.builder().build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("WorkingHours: id is missing; zone is missing; "
                        + "has no working time, so that nothing would ever be due; give hours");
    }

    @Test
    void hoursThatDoNotEndAfterTheyBeginAreRefused() {
        assertThatThrownBy(() -> named().hours(MONDAY, FIVE, NINE)
                        .hours(TUESDAY, NINE, NINE)
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("WorkingHours office: MONDAY 17:00-09:00 must end after it begins; "
                        + "TUESDAY 09:00-09:00 must end after it begins");
    }

    @Test
    void hoursThatOverlapOnOneDayAreRefused() {
        assertThatThrownBy(() -> named().hours(MONDAY, NINE, FIVE)
                        .hours(MONDAY, NOON, NOON.plusHours(1))
                        .hours(TUESDAY, NOON, FIVE)
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("WorkingHours office: MONDAY 09:00-17:00 and MONDAY 12:00-13:00 overlap");
    }

    @Test
    void hoursThatTouchAreOneWindowInAnyOrder() {
        Instant monday = Instant.parse("2026-03-02T00:00:00Z");
        for (WorkingHoursBuilder each : List.of(
                named().hours(MONDAY, NOON, FIVE).hours(MONDAY, NINE, NOON),
                named().hours(MONDAY, NINE, NOON).hours(MONDAY, NOON, FIVE))) {
            WorkingHours calendar = each.build();
            assertThat(calendar.after(monday, Duration.ofHours(4))).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
            assertThat(calendar.workingDay()).isEqualTo(Duration.ofHours(8));
        }
    }

    @Test
    void hoursFinerThanAMicrosecondAreRefused() {
        assertThatThrownBy(() -> named().hours(MONDAY, NINE.plusNanos(1), FIVE.plusNanos(1_000))
                        .hours(TUESDAY, NINE, FIVE.minusNanos(1))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("MONDAY 09:00:00.000000001-17:00:00.000001 must be in whole microseconds")
                .hasMessageContaining("TUESDAY 09:00-16:59:59.999999999 must be in whole microseconds");
    }

    @Test
    void whatIsAddedLaterDoesNotReachACalendarAlreadyBuilt() {
        WorkingHoursBuilder builder = named().hours(MONDAY, NINE, FIVE);
        WorkingHours before = builder.build();
        builder.hours(TUESDAY, NINE, FIVE).holidays(List.of(LocalDate.parse("2026-03-02")));
        Instant monday = Instant.parse("2026-03-02T00:00:00Z");
        Instant wednesday = Instant.parse("2026-03-04T00:00:00Z");
        assertThat(before.workingTime(monday, wednesday)).isEqualTo(Duration.ofHours(8));
        assertThat(before.workingTime(monday, monday.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofHours(8));
        assertThat(builder.build().workingTime(monday, monday.plus(Duration.ofDays(1))))
                .isZero();
    }

    @Test
    void severalDaysTakeTheSameHours() {
        WorkingHours calendar =
                named().hours(Set.of(MONDAY, TUESDAY), NINE, FIVE).build();
        Instant monday = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(calendar.after(monday, Duration.ofHours(10))).isEqualTo(Instant.parse("2026-03-03T11:00:00Z"));
    }

    private static WorkingHoursBuilder named() {
        return WorkingHours.builder().id(CalendarId.of("office")).zone(ZoneOffset.UTC);
    }
}
