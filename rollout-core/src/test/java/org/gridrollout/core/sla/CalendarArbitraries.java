package org.gridrollout.core.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.gridrollout.core.sla.CalendarCase.Opening;

/** Calendars in zones whose clocks do strange things, asked about instants near those. */
final class CalendarArbitraries {

    private static final Instant BEGIN = Instant.parse("2005-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2035-01-01T00:00:00Z");

    /** By one hour at night, by two, by half an hour, at midnight, backwards in winter, by whole days, for good, never. */
    private static final List<String> ZONES = List.of(
            "Europe/Zurich",
            "Antarctica/Troll",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Africa/Casablanca",
            "Pacific/Apia",
            "Asia/Pyongyang",
            "Asia/Kathmandu",
            "UTC");

    private CalendarArbitraries() {}

    /** A calendar and an instant near one of its zone's jumps, or anywhere. */
    record Question(CalendarCase calendar, Instant start) {}

    static Arbitrary<Question> questions() {
        return Arbitraries.of(ZONES)
                .map(ZoneId::of)
                .flatMap(zone -> starts(zone)
                        .flatMap(start -> calendars(zone, LocalDate.ofInstant(start, zone))
                                .map(calendar -> new Question(calendar, start))))
                .withoutEdgeCases(); // their product takes seconds to list
    }

    static Arbitrary<Duration> minutes(int days) {
        return Arbitraries.integers().between(0, days * 1_440).map(Duration::ofMinutes);
    }

    /** Microseconds up to sixty days, mostly short: where a week has one minute these are sixteen centuries. */
    static Arbitrary<Duration> durations() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(60).toSeconds() * 1_000_000)
                .map(micros -> Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }

    private static Arbitrary<Instant> starts(ZoneId zone) {
        Arbitrary<Instant> anywhere = Arbitraries.integers()
                .between(0, (int) Duration.between(BEGIN, END).toMinutes())
                .map(minutes -> BEGIN.plus(Duration.ofMinutes(minutes)));
        List<Instant> jumps = jumps(zone);
        return jumps.isEmpty()
                ? anywhere
                : Arbitraries.frequencyOf(
                        Tuple.of(1, anywhere),
                        Tuple.of(
                                3,
                                Combinators.combine(
                                                Arbitraries.of(jumps),
                                                Arbitraries.integers().between(-4_000, 1_500))
                                        .as((jump, minutes) -> jump.plus(Duration.ofMinutes(minutes)))));
    }

    private static List<Instant> jumps(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(BEGIN),
                        CalendarArbitraries::isInRange,
                        each -> zone.getRules().nextTransition(each.getInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .toList();
    }

    private static boolean isInRange(ZoneOffsetTransition transition) {
        return transition != null && transition.getInstant().isBefore(END);
    }

    private static Arbitrary<CalendarCase> calendars(ZoneId zone, LocalDate around) {
        Arbitrary<Set<LocalDate>> holidays = Arbitraries.integers()
                .between(-3, 20)
                .map(around::plusDays)
                .set()
                .ofMaxSize(4);
        Arbitrary<List<Opening>> weeks = Arbitraries.oneOf(days(), Arbitraries.just(Set.of(DayOfWeek.values())))
                .flatMap(days -> windows().list().ofSize(days.size()).map(windows -> openings(days, windows)));
        return Combinators.combine(weeks, holidays).as((openings, closed) -> new CalendarCase(zone, openings, closed));
    }

    private static Arbitrary<Set<DayOfWeek>> days() {
        return Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    }

    private static List<Opening> openings(Set<DayOfWeek> days, List<List<Integer>> windows) {
        List<Opening> openings = new ArrayList<>();
        int next = 0;
        for (DayOfWeek day : days) {
            List<Integer> bounds = windows.get(next++);
            for (int i = 0; i + 1 < bounds.size(); i += 2) {
                openings.add(new Opening(day, time(bounds.get(i)), time(bounds.get(i + 1))));
            }
        }
        return openings;
    }

    /** Two or four bounds, ascending, in minutes of the day; small hours are likelier, since clocks jump then. */
    private static Arbitrary<List<Integer>> windows() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 1_440),
                        Arbitraries.integers().between(0, 16).map(i -> i * 15))
                .set()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(bounds -> bounds.stream().sorted().toList());
    }

    private static LocalTime time(int minutes) {
        return minutes == 1_440 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(minutes * 60L);
    }
}
