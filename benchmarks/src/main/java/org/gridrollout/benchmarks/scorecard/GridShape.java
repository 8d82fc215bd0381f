package org.gridrollout.benchmarks.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Duty;

/**
 * How large a grid is, and who is asked for what. Its releases come evenly over five years, a product's in turn with the
 * other products'; EGI's distribution saw 118 in eleven years, so that this is dense in any case.
 *
 * @param products at most as many as releases
 * @param asked how many sites each release is announced to
 * @param duties what each of them owes then: REPORT, and what their SLA adds
 */
record GridShape(int sites, int releases, int products, int asked, List<Duty> duties) {

    /** As grids are: each product has twenty rollout sites, and every other one of them is asked at a time. */
    static final GridShape TYPICAL =
            new GridShape(1_000, 1_000, 50, 10, List.of(Duty.ACKNOWLEDGE, Duty.DEPLOY, Duty.REPORT));

    /** As much as can be: a million obligations, every site owing a report on every release. */
    static final GridShape EVERYBODY = new GridShape(1_000, 1_000, 50, 1_000, List.of(Duty.REPORT));

    static final Instant BEGIN = Instant.parse("2021-01-04T08:00:00Z");

    private static final Duration YEARS = Duration.ofDays(5 * 365);

    Instant contributedAt(int release) {
        return BEGIN.plus(YEARS.dividedBy(releases).multipliedBy(release));
    }

    int productOf(int release) {
        return release % products;
    }

    /** The sites a release is announced to, by number. */
    IntStream askedFor(int release) {
        int enrolledFrom = productOf(release) * sites / products;
        int turn = release / products % 2;
        return asked >= sites
                ? IntStream.range(0, sites)
                : IntStream.range(0, asked).map(i -> (enrolledFrom + 2 * i + turn) % sites);
    }

    /** By number. */
    List<SiteId> siteIds() {
        return IntStream.range(0, sites)
                .mapToObj(each -> SiteId.of("SITE-" + (1_000 + each)))
                .toList();
    }
}
