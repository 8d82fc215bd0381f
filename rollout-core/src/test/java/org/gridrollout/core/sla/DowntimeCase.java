package org.gridrollout.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.Downtime.Kind;
import org.gridrollout.api.registry.DowntimeId;

/** An obligation and downtimes on a grid of hours, with the slow and obvious answer. */
record DowntimeCase(List<Downtime> downtimes, int start, int due, ExcusalPolicy policy) {

    static final SiteId SITE = SiteId.of("CERN-PROD");
    static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");

    static Arbitrary<DowntimeCase> cases() {
        Arbitrary<ExcusalPolicy> policies = Combinators.combine(
                        Arbitraries.of(0, 1, 24, 30).map(Duration::ofHours), Arbitraries.of(0.1, 0.25, 0.5, 1.0))
                .as(ExcusalPolicy::new);
        return Combinators.combine(
                        registers(),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 100),
                        policies)
                .as((register, start, length, policy) -> new DowntimeCase(register, start, start + length, policy))
                .withoutEdgeCases();
    }

    Excusal decide() {
        return decide(downtimes);
    }

    Excusal decide(List<Downtime> known) {
        return Excusals.under(policy).decide(SITE, hour(start), hour(due), known);
    }

    /** What the site's register showed at the due instant. */
    List<Downtime> asOfDue() {
        return downtimes.stream()
                .filter(each -> !each.declaredAt().isAfter(hour(due)))
                .map(each -> each.cancelledAt()
                                .filter(at -> at.isAfter(hour(due)))
                                .isPresent()
                        ? Downtime.declared(
                                each.id(), each.site(), each.from(), each.until(), each.declaredAt(), each.reason())
                        : each)
                .toList();
    }

    boolean naivelyExcused() {
        List<Downtime> held = asOfDue().stream()
                .filter(each -> !each.isCancelled() && each.site().equals(SITE))
                .toList();
        Map<DowntimeId, Instant> outages = new HashMap<>(); // which each goes back to
        held.stream()
                .filter(each -> each.kind() == Kind.UNSCHEDULED)
                .forEach(each -> outages.put(each.id(), each.from()));
        for (int i = 0; i < held.size(); i++) { // a chain has at most so many links
            for (Downtime each : held) {
                held.stream()
                        .filter(other -> outages.containsKey(other.id()) && isCloseBehind(each, other))
                        .map(other -> outages.get(other.id()))
                        .forEach(outage ->
                                outages.merge(each.id(), outage, (one, two) -> one.isBefore(two) ? one : two));
            }
        }
        Set<DowntimeId> spoilt = held.stream()
                .filter(each -> outages.containsKey(each.id()))
                .filter(each -> each.kind() == Kind.UNSCHEDULED
                        || !each.declaredAt().plus(policy.notice()).isBefore(outages.get(each.id())))
                .map(Downtime::id)
                .collect(Collectors.toSet());
        List<Downtime> counting =
                held.stream().filter(each -> !spoilt.contains(each.id())).toList();
        int down = 0;
        for (int hour = start; hour < due; hour++) {
            down += isDown(counting, hour) ? 1 : 0;
        }
        return isDown(counting, due) || down > 0 && down >= policy.share() * (due - start) - 1e-9;
    }

    static Instant hour(int hour) {
        return ZERO.plus(Duration.ofHours(hour));
    }

    private boolean isCloseBehind(Downtime each, Downtime other) {
        return !each.from().isBefore(other.from())
                && !each.from().isAfter(other.until().plus(policy.notice()));
    }

    private static boolean isDown(List<Downtime> downtimes, int hour) {
        return downtimes.stream()
                .anyMatch(
                        each -> !each.from().isAfter(hour(hour)) && each.until().isAfter(hour(hour)));
    }

    private static Arbitrary<List<Downtime>> registers() {
        return downtime().list().ofMaxSize(6).map(DowntimeCase::renamed);
    }

    private static Arbitrary<Downtime> downtime() {
        Arbitrary<Integer> from = Arbitraries.integers().between(-40, 210);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 60);
        Arbitrary<Integer> ahead = Arbitraries.oneOf(
                Arbitraries.of(24, 25),
                Arbitraries.integers().between(25, 150),
                Arbitraries.integers().between(-80, 100));
        Arbitrary<Boolean> cancelled = Arbitraries.of(false, false, false, true);
        Arbitrary<SiteId> site = Arbitraries.of(SITE, SITE, SITE, SITE, SiteId.of("DESY-HH"));
        return Combinators.combine(from, length, ahead, cancelled, site).as((begin, hours, notice, off, where) -> {
            Downtime downtime = Downtime.declared(
                    DowntimeId.of("dt"), where, hour(begin), hour(begin + hours), hour(begin - notice), "power");
            return off && notice > 0 ? downtime.cancelled(hour(begin - (notice + 1) / 2)) : downtime;
        });
    }

    private static List<Downtime> renamed(List<Downtime> downtimes) {
        return IntStream.range(0, downtimes.size())
                .mapToObj(i -> renamed(downtimes.get(i), "dt-" + i))
                .toList();
    }

    private static Downtime renamed(Downtime each, String name) {
        Downtime downtime = Downtime.declared(
                DowntimeId.of(name), each.site(), each.from(), each.until(), each.declaredAt(), each.reason());
        Optional<Instant> cancelledAt = each.cancelledAt();
        return cancelledAt.map(downtime::cancelled).orElse(downtime);
    }
}
