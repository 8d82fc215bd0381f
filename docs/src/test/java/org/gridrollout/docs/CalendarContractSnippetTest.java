package org.gridrollout.docs;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.sla.WorkingHours;
import org.gridrollout.testkit.contract.WorkingCalendarContract;

/** The Java of {@code docs/rollout-testkit.md}: a calendar's whole test. */
// snippet:testkit-calendar
class CalendarContractSnippetTest extends WorkingCalendarContract {

    @Override
    protected WorkingCalendar calendar() {
        return WorkingHours.builder()
                .id(CalendarId.of("monday-afternoon"))
                .zone(ZoneId.of("Europe/Zurich"))
                .hours(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.MIDNIGHT)
                .build(); // yours is made here
    }
}
// end
