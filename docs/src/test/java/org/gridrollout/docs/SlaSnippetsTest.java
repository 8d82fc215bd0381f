package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.sla.Compliance;
import org.gridrollout.api.sla.Priority;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.sla.SupportLevel;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.sla.Excusal;
import org.gridrollout.core.sla.ExcusalPolicy;
import org.gridrollout.core.sla.Excusals;
import org.gridrollout.core.sla.WorkingHours;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/rollout-core.md} on SLAs, calendars and excusals. */
class SlaSnippetsTest {

    @Test
    void anSlaInOfficeHours() {
        // snippet:sla-calendar
        WorkingCalendar office = WorkingHours.builder()
                .id(CalendarId.of("cern-office"))
                .zone(ZoneId.of("Europe/Zurich"))
                .hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0))
                .holidays(List.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)))
                .build();
        Sla sla = Sla.builder()
                .name("early adopter")
                .acknowledgeWithin(office.workingDay())
                .deployWithin(office.workingDay().multipliedBy(3))
                .reportWithin(office.workingDay().multipliedBy(5))
                .reporting(Reporting.EVERY_RELEASE)
                .calendar(office.id())
                .compliance(new Compliance(0.9, Duration.ofDays(90)))
                .build();
        Instant visible = Instant.parse("2026-03-31T12:00:00Z");
        Instant due = office.after(visible, sla.reportWithin()); // 2026-04-09T12:00:00Z: Easter lies between
        // end
        assertThat(due).isEqualTo("2026-04-09T12:00:00Z");
        // snippet:sla-support
        Duration triage = SupportLevel.ADVANCED.responseWithin(Priority.VERY_URGENT, office.workingDay());
        // end
        assertThat(triage).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aDowntimeExcuses() {
        Instant startedAt = Instant.parse("2026-03-02T12:00:00Z");
        Instant dueAt = Instant.parse("2026-03-09T12:00:00Z");
        // snippet:sla-excusal
        SiteId cern = SiteId.of("CERN-PROD");
        Downtime downtime = Downtime.declared(
                DowntimeId.of("dt-7"),
                cern,
                Instant.parse("2026-03-09T06:00:00Z"),
                Instant.parse("2026-03-09T18:00:00Z"),
                Instant.parse("2026-03-04T10:00:00Z"), // more than 24 hours ahead: scheduled
                "cooling");
        Excusal excusal = Excusals.under(ExcusalPolicy.STANDARD).decide(cern, startedAt, dueAt, List.of(downtime));
        // excusal.excused(): it was down at the due instant; excusal.sentence() says so and names dt-7
        // end
        assertThat(excusal.excused()).isTrue();
        assertThat(excusal.sentence()).contains("at the due instant").contains("dt-7");
    }
}
