package org.gridrollout.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.evidence.AskedSites.START;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Exposure is what the deployment register says, whatever order it says it in. */
class ExposureProperties {

    private static final long LONGEST = 40L * 86_400_000_000L;
    private static final List<String> SITES = List.of("CERN-PROD", "DESY-HH", "INFN-T1");

    /** @param length in microseconds; 0 while it goes on */
    record Stay(int site, long since, long length) {
        Optional<Instant> until() {
            return length == 0 ? Optional.empty() : Optional.of(at(since + length));
        }

        long ticksUntil(long now) {
            long end = length == 0 ? now : Math.min(since + length, now);
            return Math.max(0, end - since);
        }
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, SITES.size() - 1),
                        Arbitraries.longs().between(0, LONGEST),
                        Arbitraries.longs().between(0, LONGEST))
                .as(Stay::new)
                .list()
                .ofMaxSize(6);
    }

    @Property
    void isTheSumOfTheStaysUntilNow(@ForAll("stays") List<Stay> stays, @ForAll @LongRange(max = 2 * LONGEST) long now) {
        Exposure exposure = exposure(stays, now);

        assertThat(exposure.siteDays())
                .isEqualTo(
                        stays.stream().mapToLong(each -> each.ticksUntil(now)).sum() / 86_400_000_000.0);
        assertThat(exposure.sitesThatRan())
                .isEqualTo((int) stays.stream().mapToInt(Stay::site).distinct().count());
        assertThat(exposure.sitesRunning()).isEqualTo((int) stays.stream()
                .filter(each -> each.length() == 0)
                .mapToInt(Stay::site)
                .distinct()
                .count());
    }

    @Property
    void doesNotDependOnTheOrderOfTheRegister(
            @ForAll("stays") List<Stay> stays, @ForAll Random random, @ForAll @LongRange(max = LONGEST) long now) {
        List<Stay> shuffled = new ArrayList<>(stays);
        Collections.shuffle(shuffled, random);

        assertThat(exposure(shuffled, now).siteDays())
                .isEqualTo(exposure(stays, now).siteDays());
        assertThat(exposure(shuffled, now).thatRan())
                .isEqualTo(exposure(stays, now).thatRan());
    }

    @Property
    void neverShrinks(
            @ForAll("stays") List<Stay> stays,
            @ForAll @LongRange(max = LONGEST) long now,
            @ForAll @LongRange(max = LONGEST) long later) {
        assertThat(exposure(stays, now + later).siteDays())
                .isGreaterThanOrEqualTo(exposure(stays, now).siteDays());
    }

    @Property
    void reachesWhatIsNeededAtTheInstantItSaidAndNoMicrosecondSooner(
            @ForAll("stays") List<Stay> stays,
            @ForAll @IntRange(max = 3) int beginners,
            @ForAll @DoubleRange(max = 50) double needed) {
        long now = 2 * LONGEST; // what ends has ended
        Exposure exposure = exposure(stays, now);
        Optional<Instant> enough = exposure.reachesAt(needed, beginners);

        assertThat(enough.isPresent()).isEqualTo(exposure.reaches(needed) || exposure.sitesRunning() + beginners > 0);
        enough.filter(each -> each.isAfter(at(now))).ifPresent(at -> {
            long ticks = ChronoUnit.MICROS.between(START, at);
            assertThat(with(beginners, stays, now, ticks).reaches(needed)).isTrue();
            assertThat(with(beginners, stays, now, ticks - 1).reaches(needed)).isFalse();
        });
    }

    /** The exposure at {@code then} if more sites began at {@code now}. */
    private static Exposure with(int beginners, List<Stay> stays, long now, long then) {
        AskedSites sites = asked(stays);
        for (int i = 0; i < beginners; i++) {
            sites.owing(org.gridrollout.api.sla.Duty.REPORT, "NEW-" + i).runs("NEW-" + i, at(now));
        }
        return sites.exposure(at(then));
    }

    private static Exposure exposure(List<Stay> stays, long now) {
        return asked(stays).exposure(at(now));
    }

    private static AskedSites asked(List<Stay> stays) {
        AskedSites sites = AskedSites.of(SITES);
        stays.forEach(each -> sites.deployed(SITES.get(each.site()), at(each.since()), each.until()));
        return sites;
    }

    private static Instant at(long ticks) {
        return START.plus(ticks, ChronoUnit.MICROS);
    }
}
