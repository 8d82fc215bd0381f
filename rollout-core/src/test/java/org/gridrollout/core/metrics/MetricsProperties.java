package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.core.engine.RecordedEvent;

/** Scorecards on random journals: exact, whatever was fed how. */
class MetricsProperties {

    private static final int TRIES = 200;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Provide
    Arbitrary<Script> scripts() {
        return Script.any();
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Period> months =
                Arbitraries.integers().between(1, 12).map(month -> Period.month(YearMonth.of(2026, month)));
        Arbitrary<Period> localMonths = Arbitraries.integers()
                .between(1, 12)
                .map(month -> Period.month(YearMonth.of(2026, month), ZoneId.of("Asia/Kolkata")));
        Arbitrary<Period> stretches = Arbitraries.longs()
                .between(0, 400L * 2)
                .list()
                .ofSize(2)
                .map(ends -> new Period(
                        START.plus(Duration.ofHours(12 * Math.min(ends.get(0), ends.get(1)))),
                        START.plus(Duration.ofHours(12 * Math.max(ends.get(0), ends.get(1)) + 1))));
        return Arbitraries.oneOf(months, localMonths, stretches, Arbitraries.just(Period.ALWAYS));
    }

    @Property(tries = TRIES)
    void scorecardsAreWhatGoingThroughEverythingFinds(
            @ForAll("scripts") Script script, @ForAll("periods") Period period) {
        List<RecordedEvent> journal = script.written().journal();
        Metrics metrics = fed(journal);
        NaiveScorecards naive = new NaiveScorecards(journal);
        for (String each : Script.SITES) {
            SiteId site = SiteId.of(each);
            assertThat(metrics.site(site, period)).isEqualTo(naive.site(site, Optional.empty(), period));
            for (String name : Script.PRODUCTS) {
                ProductId product = ProductId.of(name);
                assertThat(metrics.site(site, product, period))
                        .isEqualTo(naive.site(site, Optional.of(product), period));
            }
        }
        for (String each : Script.PRODUCTS) {
            ProductId product = ProductId.of(each);
            assertThat(metrics.product(product, period)).isEqualTo(naive.product(product, period));
        }
        assertThat(metrics.middlewareUnit(period)).isEqualTo(naive.middlewareUnit(period));
    }

    @Property(tries = TRIES)
    void askingInBetweenChangesNothing(@ForAll("scripts") Script script, @ForAll("periods") Period period) {
        List<RecordedEvent> journal = script.written().journal();
        Metrics asked = Metrics.empty();
        for (int i = 0; i < journal.size(); i++) {
            asked.apply(journal.get(i));
            assertThat(everything(asked, period)).isEqualTo(everything(fed(journal.subList(0, i + 1)), period));
        }
    }

    @Property(tries = TRIES)
    void pagesMayBeAnyLongAndOverlap(
            @ForAll("scripts") Script script,
            @ForAll @IntRange(min = 1, max = 20) int page,
            @ForAll("periods") Period period) {
        List<RecordedEvent> journal = script.written().journal();
        Metrics paged = Metrics.empty();
        for (int from = 0; from < journal.size(); from += page) {
            List<RecordedEvent> next = journal.subList(Math.max(0, from - 3), Math.min(journal.size(), from + page));
            paged.applyAll(next);
            paged.applyAll(next);
            assertThat(paged.position()).isEqualTo(next.get(next.size() - 1).position());
        }
        assertThat(everything(paged, period)).isEqualTo(everything(fed(journal), period));
    }

    @Property(tries = TRIES)
    void invariant10_scorecardsAddUpToTheObligations(@ForAll("scripts") Script script) {
        List<RecordedEvent> journal = script.written().journal();
        Metrics metrics = fed(journal);
        long counted = metrics.middlewareUnit(Period.ALWAYS).obligations().total();
        for (SiteId each : metrics.sites()) {
            counted += metrics.site(each, Period.ALWAYS).obligations().total();
        }
        for (ProductId each : metrics.products()) {
            counted += metrics.product(each, Period.ALWAYS).answers().counted().total();
        }
        assertThat(counted).isEqualTo(new NaiveScorecards(journal).obligations());
    }

    @Property(tries = TRIES)
    void periodsThatFollowEachOtherAddUpToTheWhole(
            @ForAll("scripts") Script script, @ForAll("periods") Period first, @ForAll("periods") Period second) {
        Metrics metrics = fed(script.written().journal());
        Instant cut = first.until().isBefore(second.until()) ? first.until() : second.from();
        if (cut.equals(Instant.MAX) || cut.equals(Instant.MIN)) {
            return;
        }
        Period before = new Period(Instant.MIN, cut);
        Period after = new Period(cut, Instant.MAX);
        for (SiteId each : metrics.sites()) {
            assertThat(metrics.site(each, before)
                            .obligations()
                            .plus(metrics.site(each, after).obligations()))
                    .isEqualTo(metrics.site(each, Period.ALWAYS).obligations());
        }
        for (ProductId each : metrics.products()) {
            assertThat(metrics.product(each, before).releases().contributed()
                            + metrics.product(each, after).releases().contributed())
                    .isEqualTo(metrics.product(each, Period.ALWAYS).releases().contributed());
        }
    }

    @Property(tries = TRIES)
    void whatIsUndefinedStaysUndefined(@ForAll("scripts") Script script, @ForAll("periods") Period period) {
        Metrics metrics = fed(script.written().journal());
        for (SiteId each : metrics.sites()) {
            SiteScorecard card = metrics.site(each, period);
            Tally tally = card.obligations();
            assertThat(card.honour().isDefined()).isEqualTo(tally.met() + tally.missed() > 0);
            assertThat(card.honour().value().isPresent())
                    .isEqualTo(card.honour().isDefined());
            assertThat(card.unknownShare().isDefined()).isEqualTo(tally.due() > 0);
            assertThat(card.coverage().isDefined())
                    .isEqualTo(card.participation().announced() > 0);
        }
    }

    private static Metrics fed(List<RecordedEvent> journal) {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(journal);
        return metrics;
    }

    private static List<Object> everything(Metrics metrics, Period period) {
        List<Object> all = new ArrayList<>();
        metrics.sites().forEach(each -> all.add(metrics.site(each, period)));
        metrics.products().forEach(each -> all.add(metrics.product(each, period)));
        all.add(metrics.middlewareUnit(period));
        return all;
    }
}
