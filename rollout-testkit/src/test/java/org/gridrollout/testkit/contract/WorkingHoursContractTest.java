package org.gridrollout.testkit.contract;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.sla.WorkingHours;

class WorkingHoursContractTest extends WorkingCalendarContract {

    @Override
    protected WorkingCalendar calendar() {
        return WorkingHours.builder()
                .id(CalendarId.of("night-shift"))
                .zone(ZoneId.of("Europe/Zurich"))
                .hours(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, LocalTime.of(6, 0))
                .hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.MIDNIGHT)
                .build();
    }
}
