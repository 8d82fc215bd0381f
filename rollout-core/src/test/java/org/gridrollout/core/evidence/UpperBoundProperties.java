package org.gridrollout.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The more was seen in silence, and the more chance of error is taken, the lower the bounds. */
class UpperBoundProperties {

    @Property
    void failureRateFallsWithExposure(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double a,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double siteDays,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double more) {
        assertThat(UpperBound.ofFailureRate(a, siteDays + more)).isLessThan(UpperBound.ofFailureRate(a, siteDays));
    }

    @Property
    void atTheBoundOfTheFailureRateSilenceHasTheChanceTaken(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double a,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double siteDays) {
        double rate = UpperBound.ofFailureRate(a, siteDays);

        assertThat(StrictMath.exp(-rate * siteDays)).isCloseTo(a, within(1e-12));
    }

    @Property
    void affectedShareFallsWithSites(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double a, @ForAll @IntRange(max = 10_000) int sites) {
        assertThat(UpperBound.ofAffectedShare(a, sites + 1)).isLessThan(UpperBound.ofAffectedShare(a, sites));
    }

    @Property
    void atTheBoundOfTheShareSilenceHasTheChanceTaken(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double a, @ForAll @IntRange(min = 1, max = 10_000) int sites) {
        double share = UpperBound.ofAffectedShare(a, sites);

        assertThat(share).isBetween(0.0, 1.0);
        assertThat(StrictMath.pow(1 - share, sites)).isCloseTo(a, within(1e-9));
    }

    @Property
    void takingLessChanceOfErrorBoundsLess(
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double a, @ForAll @IntRange(min = 1, max = 100) int exposure) {
        assertThat(UpperBound.ofFailureRate(a, exposure)).isGreaterThan(UpperBound.ofFailureRate(2 * a, exposure));
        assertThat(UpperBound.ofAffectedShare(a, exposure)).isGreaterThan(UpperBound.ofAffectedShare(2 * a, exposure));
    }
}
