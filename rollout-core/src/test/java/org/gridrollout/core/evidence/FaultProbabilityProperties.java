package org.gridrollout.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridrollout.core.evidence.AskedSites.START;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.gridrollout.core.policy.EvidenceModel;

/** What silence leaves of a suspicion. */
class FaultProbabilityProperties {

    @Property
    void withoutExposureItIsThePrior(
            @ForAll @DoubleRange(max = 0.99) double prior,
            @ForAll @DoubleRange(max = 10) double rate,
            @ForAll @DoubleRange(max = 1) double reliability) {
        assertThat(after(new EvidenceModel(prior, rate, reliability), 0)).isCloseTo(prior, within(1e-15));
    }

    @Property
    void silenceThatTellsNothingLeavesThePrior(
            @ForAll @DoubleRange(max = 0.99) double prior, @ForAll @IntRange(max = 1_000) int days) {
        assertThat(after(new EvidenceModel(prior, 0, 1), days)).isCloseTo(prior, within(1e-15));
        assertThat(after(new EvidenceModel(prior, 1, 0), days)).isCloseTo(prior, within(1e-15));
    }

    @Property
    void fallsWithExposure(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prior,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double rate,
            @ForAll @DoubleRange(min = 0.1, max = 1) double reliability,
            @ForAll @IntRange(max = 100) int days) {
        EvidenceModel model = new EvidenceModel(prior, rate, reliability);

        assertThat(after(model, days + 1)).isLessThan(after(model, days));
    }

    @Property
    void goesToZeroIfSitesAlwaysReport(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prior,
            @ForAll @DoubleRange(min = 0.01, max = 10) double rate) {
        assertThat(after(new EvidenceModel(prior, rate, 1), 100_000)).isCloseTo(0, within(1e-100));
    }

    @Property
    void goesNoLowerThanWhatSitesMayHideOverEver(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prior,
            @ForAll @DoubleRange(max = 1) double reliability) {
        double hidden = prior * (1 - reliability);

        assertThat(after(new EvidenceModel(prior, 1, reliability), 100_000))
                .isCloseTo(hidden / (hidden + 1 - prior), within(1e-12));
    }

    @Example
    void isBayesTheoremWorkedByHand() {
        // Two sites over 10 and 20 days, 5 % a day to show itself, reported by the first with 90 %, the second with 50
        // %:
        // silence of a faulty release is (1 - 0.9 * 0.393469) * (1 - 0.5 * 0.632121) = 0.645878 * 0.683940 = 0.441742,
        // and a prior of 20 % becomes 0.2 * 0.441742 / (0.2 * 0.441742 + 0.8) = 0.099452.
        EvidenceModel model = new EvidenceModel(0.2, 0.05, 0.9, Map.of("DESY-HH", 0.5));
        Exposure exposure = AskedSites.of(List.of("CERN-PROD", "DESY-HH", "INFN-T1"))
                .runs("CERN-PROD", START.plus(Duration.ofDays(10)))
                .runs("DESY-HH", START)
                .exposure(START.plus(Duration.ofDays(20)));

        assertThat(FaultProbability.afterSilence(model, exposure)).isCloseTo(0.099452, within(1e-6));
    }

    private static double after(EvidenceModel model, int days) {
        return FaultProbability.afterSilence(
                model,
                AskedSites.of(List.of("CERN-PROD", "DESY-HH"))
                        .runs("CERN-PROD", START)
                        .exposure(START.plus(Duration.ofDays(days))));
    }
}
