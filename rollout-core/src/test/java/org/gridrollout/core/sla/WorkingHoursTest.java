package org.gridrollout.core.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(MONDAY, FRIDAY);

    private final WorkingCalendar office = office();

    @Test
    void workGoesOnWhereTheWindowClosed() {
        assertThat(office.after(zurich("2026-03-05T15:00"), Duration.ofHours(11))) // Thursday
                .isEqualTo(zurich("2026-03-09T10:00"));
    }

    @Test
    void timeUsedUpAtTheCloseEndsThere() {
        assertThat(office.after(zurich("2026-03-05T15:00"), Duration.ofHours(2)))
                .isEqualTo(zurich("2026-03-05T17:00"));
    }

    @Test
    void noTimeEndsAtItsStartEvenOutsideTheWindow() {
        assertThat(office.after(zurich("2026-03-07T12:00"), Duration.ZERO)).isEqualTo(zurich("2026-03-07T12:00"));
    }

    @Test
    void theOpeningInstantBelongsToTheWindowAndTheClosingOneDoesNot() {
        Duration tick = Duration.ofNanos(1_000);
        Instant opening = zurich("2026-03-05T09:00");
        Instant closing = zurich("2026-03-05T17:00");
        assertThat(office.workingTime(opening, opening.plus(tick))).isEqualTo(tick);
        assertThat(office.workingTime(opening.minus(tick), opening)).isZero();
        assertThat(office.workingTime(closing.minus(tick), closing)).isEqualTo(tick);
        assertThat(office.workingTime(closing, closing.plus(tick))).isZero();
    }

    @Test
    void fiveWorkingDaysEndAtTheSameTimeAWeekLater() {
        assertThat(office.after(
                        zurich("2026-03-25T11:30"), office.workingDay().multipliedBy(5))) // clocks change in between
                .isEqualTo(zurich("2026-04-01T11:30"));
    }

    @Test
    void holidaysHaveNoHours() {
        WorkingCalendar calendar = CalendarCase.of(
                        "Europe/Zurich", MONDAY_TO_FRIDAY, "09:00", "17:00", date("2026-04-03"), date("2026-04-06"))
                .build();
        assertThat(calendar.after(zurich("2026-04-02T16:00"), Duration.ofHours(2)))
                .isEqualTo(zurich("2026-04-07T10:00"));
    }

    @Test
    void aHolidayOnADayWithoutHoursTakesNothing() {
        WorkingCalendar calendar = CalendarCase.of(
                        "Europe/Zurich", MONDAY_TO_FRIDAY, "09:00", "17:00", date("2026-04-05"))
                .build();
        assertThat(calendar.workingTime(zurich("2026-03-30T00:00"), zurich("2026-04-13T00:00")))
                .isEqualTo(Duration.ofHours(80));
    }

    @Test
    void aWindowUntilMidnightReachesTheEndOfTheDay() {
        WorkingCalendar late = CalendarCase.of("Europe/Zurich", Set.of(FRIDAY), "22:00", "00:00")
                .build();
        assertThat(late.workingTime(zurich("2026-03-06T00:00"), zurich("2026-03-08T00:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void anHourThatTheClockSkipsIsNotThere() {
        WorkingCalendar night =
                CalendarCase.of("Europe/Zurich", DAILY, "01:00", "05:00").build();
        assertThat(night.workingTime(zurich("2026-03-29T00:00"), zurich("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(night.after(zurich("2026-03-29T00:00"), Duration.ofHours(2))).isEqualTo(zurich("2026-03-29T04:00"));
    }

    @Test
    void anHourThatTheClockShowsTwiceCountsTwice() {
        WorkingCalendar night =
                CalendarCase.of("Europe/Zurich", DAILY, "01:00", "05:00").build();
        assertThat(night.workingTime(zurich("2026-10-25T00:00"), zurich("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(night.after(zurich("2026-10-25T00:00"), Duration.ofHours(4))).isEqualTo(zurich("2026-10-25T04:00"));
    }

    @Test
    void aWindowInTheSkippedHourIsMissingThatDay() {
        WorkingCalendar calendar =
                CalendarCase.of("Europe/Zurich", DAILY, "02:15", "02:45").build();
        assertThat(calendar.workingTime(zurich("2026-03-29T00:00"), zurich("2026-03-30T00:00")))
                .isZero();
        assertThat(calendar.after(zurich("2026-03-29T00:00"), Duration.ofMinutes(10)))
                .isEqualTo(zurich("2026-03-30T02:25"));
    }

    @Test
    void aWindowInTheRepeatedHourIsOpenTwice() {
        WorkingCalendar calendar =
                CalendarCase.of("Europe/Zurich", DAILY, "02:15", "02:45").build();
        assertThat(calendar.workingTime(zurich("2026-10-25T00:00"), zurich("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(calendar.after(zurich("2026-10-25T00:00"), Duration.ofMinutes(40)))
                .isEqualTo(Instant.parse("2026-10-25T01:25:00Z")); // 02:25 for the second time
    }

    @Test
    void clocksThatMoveByHalfAnHourMoveTheWindowByHalfAnHour() {
        WorkingCalendar night =
                CalendarCase.of("Australia/Lord_Howe", DAILY, "01:00", "05:00").build();
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        assertThat(night.workingTime(at("2026-04-05T00:00", lordHowe), at("2026-04-06T00:00", lordHowe)))
                .isEqualTo(Duration.ofMinutes(270));
        assertThat(night.workingTime(at("2026-10-04T00:00", lordHowe), at("2026-10-05T00:00", lordHowe)))
                .isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void aDayThatAZoneSkippedWasNotThereToBeWorked() {
        ZoneId apia = ZoneId.of("Pacific/Apia"); // had no 30 December 2011, a Friday
        WorkingCalendar calendar = CalendarCase.of("Pacific/Apia", MONDAY_TO_FRIDAY, "09:00", "17:00")
                .build();
        assertThat(calendar.workingTime(at("2011-12-26T00:00", apia), at("2012-01-02T00:00", apia)))
                .isEqualTo(Duration.ofHours(32));
        assertThat(calendar.after(at("2011-12-29T16:00", apia), Duration.ofHours(2)))
                .isEqualTo(at("2012-01-02T10:00", apia));
    }

    @Test
    void aWorkingDayIsTheMeanOfTheDaysThatHaveHours() {
        WorkingCalendar calendar = WorkingHours.builder()
                .id(CalendarId.of("short-fridays"))
                .zone(ZoneOffset.UTC)
                .hours(EnumSet.range(MONDAY, THURSDAY), time("09:00"), time("12:00"))
                .hours(EnumSet.range(MONDAY, THURSDAY), time("13:00"), time("18:00"))
                .hours(FRIDAY, time("09:00"), time("15:00"))
                .build();
        assertThat(calendar.workingDay()).isEqualTo(Duration.ofMinutes(38 * 60 / 5));
    }

    @Test
    void aMeanThatIsNoMicrosecondIsRoundedDown() {
        WorkingHoursBuilder builder = WorkingHours.builder()
                .id(CalendarId.of("sevenths"))
                .zone(ZoneOffset.UTC)
                .hours(EnumSet.range(MONDAY, DayOfWeek.SATURDAY), time("09:00"), time("10:00"))
                .hours(SUNDAY, time("09:00"), time("11:00"));
        assertThat(builder.build().workingDay()).isEqualTo(Duration.parse("PT1H8M34.285714S"));
    }

    @Test
    void aWorkingCenturyCostsNoMoreThanItsChangesOfClocks() {
        Instant end = office.after(zurich("2026-03-02T09:00"), Duration.ofHours(100 * 52 * 40));
        assertThat(end)
                .isEqualTo(zurich("2026-03-02T09:00")
                        .atZone(ZoneId.of("Europe/Zurich"))
                        .plusWeeks(5_200)
                        .minusDays(3) // Friday's close, which is where the time is used up
                        .withHour(17)
                        .toInstant());
    }

    @Test
    void everythingWrongWithAQuestionIsSaidAtOnce() {
        assertThatThrownBy(() -> office.after(Instant.MIN, Duration.ofNanos(-1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must not be negative, was PT-0.000000001S")
                .hasMessageContaining("must be whole microseconds, was PT-0.000000001S")
                .hasMessageContaining("start must be in the years 1 to 9999");
        assertThatThrownBy(() -> office.workingTime(Instant.MAX, Instant.EPOCH.plusNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("before it begins")
                .hasMessageContaining("from must be in the years 1 to 9999")
                .hasMessageContaining("until must be whole microseconds, was 1970-01-01T00:00:00.000000001Z");
    }

    @Test
    void calendarsAnswerFromTheYear1ToTheYear9999() {
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
        Duration all = Duration.between(first, last);
        WorkingCalendar open = CalendarCase.of("UTC", DAILY, "00:00", "00:00").build();
        for (WorkingCalendar calendar : Set.of(open, new AroundTheClock())) {
            assertThat(calendar.workingTime(first, last)).isEqualTo(all);
            assertThat(calendar.after(first, all)).isEqualTo(last);
            assertThatThrownBy(() -> calendar.after(first, all.plusNanos(1_000)))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("would end after the year 9999");
            assertThatThrownBy(() -> calendar.workingTime(first.minusNanos(1_000), last))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> calendar.workingTime(first, last.plusNanos(1_000)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void timeThatTheHoursLeftBeforeTheYear10000DoNotHoldIsRefused() {
        assertThatThrownBy(() -> office.after(zurich("9999-12-01T00:00"), Duration.ofDays(20)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("PT480H of it would end after the year 9999");
    }

    @Test
    void itSaysItsNameAndZone() {
        assertThat(office.id()).isEqualTo(CalendarId.of("case"));
        assertThat(office).hasToString("case (Europe/Zurich)");
    }

    private static WorkingHours office() {
        return CalendarCase.of("Europe/Zurich", MONDAY_TO_FRIDAY, "09:00", "17:00")
                .build();
    }

    private static Instant zurich(String local) {
        return at(local, ZoneId.of("Europe/Zurich"));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
