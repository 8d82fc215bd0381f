package org.gridrollout.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpperBoundTest {

    /** Minus the natural logarithm of the chance over the days, from a table of logarithms. */
    @ParameterizedTest
    @CsvSource({
        "0.05,   1,  2.995732",
        "0.05,  10,  0.299573",
        "0.05,  30,  0.099858",
        "0.05, 100,  0.029957",
        "0.01,   1,  4.605170",
        "0.01,  50,  0.092103",
        "0.10,   7,  0.328941"
    })
    void failureRateIsThatOfTheTable(double a, double siteDays, double rate) {
        assertThat(UpperBound.ofFailureRate(a, siteDays)).isCloseTo(rate, within(1e-6));
    }

    /** Clopper-Pearson's one-sided upper bounds for zero of n. */
    @ParameterizedTest
    @CsvSource({
        "0.05,    1,  0.950000",
        "0.05,    2,  0.776393",
        "0.05,    3,  0.631597",
        "0.05,    5,  0.450720",
        "0.05,   10,  0.258866",
        "0.05,   20,  0.139108",
        "0.05,  100,  0.029513",
        "0.01,   10,  0.369043",
        "0.05, 1000,  0.002991"
    })
    void affectedShareIsThatOfTheTable(double a, int sites, double share) {
        assertThat(UpperBound.ofAffectedShare(a, sites)).isCloseTo(share, within(1e-6));
    }

    @Test
    void ruleOfThreeIsNearForManySites() {
        assertThat(UpperBound.ofAffectedShare(0.05, 300)).isCloseTo(3.0 / 300, within(1e-4));
    }

    @Test
    void nothingIsBoundWithoutExposure() {
        assertThat(UpperBound.ofFailureRate(0.05, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UpperBound.ofAffectedShare(0.05, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, 1, 1.1, Double.NaN})
    void chanceOfErrorLiesBetweenZeroAndOne(double a) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> UpperBound.ofFailureRate(a, 1));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> UpperBound.ofAffectedShare(a, 1));
    }

    @Test
    void exposureIsNotNegative() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UpperBound.ofFailureRate(0.05, -0.1))
                .withMessageContaining("siteDays must not be negative, was -0.1");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UpperBound.ofAffectedShare(0.05, -1))
                .withMessageContaining("sites must not be negative, was -1");
    }
}
