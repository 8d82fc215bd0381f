package org.gridrollout.testkit.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.policy.RolloutPolicy.PeriodsInHold;
import org.gridrollout.core.sla.WorkingHours;

/**
 * How a simulated grid is set up.
 *
 * @param terms the SLA of each rollout site, one to three
 * @param zone where the offices are, whose calendar some terms count in
 * @param periodsInHold what the policy says of periods while a rollout is held
 * @param evidence what the policy asks for
 * @param beginning when the simulation begins
 */
public record Grid(
        List<Sla> terms, ZoneId zone, PeriodsInHold periodsInHold, EvidencePolicy evidence, Instant beginning) {

    /** The calendar that terms may count in besides the clock: office hours in the grid's zone. */
    static final CalendarId OFFICE = CalendarId.of("office");

    /** Failures within a week from one site, a report of every release within five days from another; in Zurich. */
    public static final Grid SIMPLE = new Grid(
            List.of(
                    Sla.failuresWithin(Duration.ofDays(7)),
                    Sla.builder()
                            .name("every release")
                            .reportWithin(Duration.ofDays(5))
                            .deployWithin(Duration.ofDays(2))
                            .reporting(Reporting.EVERY_RELEASE)
                            .build()),
            ZoneId.of("Europe/Zurich"),
            PeriodsInHold.RUN_ON,
            EvidencePolicy.ONE_SITE,
            Instant.parse("2026-03-02T08:00:00Z"));

    public Grid {
        terms = List.copyOf(terms);
    }

    /** Any grid; many begin shortly before clocks change, or the day after. */
    public static Arbitrary<Grid> any() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Zurich",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Pacific/Apia",
                        "UTC")
                .map(ZoneId::of);
        Arbitrary<Instant> beginnings = Arbitraries.of(
                        "2026-03-27T22:30:00Z",
                        "2026-10-23T23:59:59.999999Z",
                        "2026-03-06T12:00:00Z",
                        "2026-10-02T15:00:00Z",
                        "2011-12-28T10:00:00Z",
                        "2026-06-01T00:00:00Z")
                .map(Instant::parse);
        return Combinators.combine(
                        sla().list().ofMinSize(1).ofMaxSize(3),
                        zones,
                        Arbitraries.of(PeriodsInHold.class),
                        Arbitraries.of(
                                EvidencePolicy.ONE_SITE, EvidencePolicy.SILENCE_IS_GOOD, new EvidencePolicy(1, 2.5)),
                        beginnings)
                .as(Grid::new);
    }

    private static Arbitrary<Sla> sla() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(1, 240);
        return Combinators.combine(
                        hours,
                        Arbitraries.integers().between(1, 240).optional(),
                        Arbitraries.integers().between(1, 240).optional(),
                        Arbitraries.of(Reporting.class),
                        Arbitraries.of(CalendarId.AROUND_THE_CLOCK, OFFICE))
                .as((report, acknowledge, deploy, reporting, calendar) -> Sla.builder()
                        .name("terms")
                        .reportWithin(Duration.ofHours(report))
                        .acknowledgeWithin(atMost(acknowledge, report))
                        .deployWithin(atMost(deploy, report))
                        .reporting(reporting)
                        .calendar(calendar)
                        .build());
    }

    private static Optional<Duration> atMost(Optional<Integer> hours, int most) {
        return hours.map(each -> Duration.ofHours(Math.min(each, most)));
    }

    RolloutPolicy policy() {
        WorkingHours office = WorkingHours.builder()
                .id(OFFICE)
                .zone(zone)
                .hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(1, 30), LocalTime.of(17, 0))
                .build();
        return RolloutPolicy.STANDARD
                .withCalendars(List.of(office))
                .withPeriodsInHold(periodsInHold)
                .withEvidence(evidence);
    }
}
