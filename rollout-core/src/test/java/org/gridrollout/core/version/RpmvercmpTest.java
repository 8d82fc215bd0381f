package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.version.RpmVersionScheme.rpmvercmp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RpmvercmpTest {

    @ParameterizedTest(name = "{0} < {1}: {2}")
    @MethodSource("org.gridrollout.core.version.WellKnownCases#rising")
    void sortsTheLowerBeforeTheHigher(String lower, String higher, String why) {
        assertThat(rpmvercmp(lower, higher)).as(why).isEqualTo(-1);
        assertThat(rpmvercmp(higher, lower)).as(why).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource("org.gridrollout.core.version.WellKnownCases#equal")
    void takesAsEqualWhatDiffersInSpellingOnly(String left, String right, String why) {
        assertThat(rpmvercmp(left, right)).as(why).isZero();
        assertThat(rpmvercmp(right, left)).as(why).isZero();
    }

    @Test
    void readsAnyCharSequence() {
        assertThat(rpmvercmp(new StringBuilder("2.1.2"), "2.1.10")).isEqualTo(-1);
    }

    @Test
    void endsOnTextsOfAMillionCharacters() {
        String zeros = "0".repeat(1_000_000);
        assertThat(rpmvercmp(zeros + "1", zeros + "2")).isEqualTo(-1);
        assertThat(rpmvercmp("~".repeat(1_000_000), "~".repeat(999_999))).isEqualTo(-1);
    }
}
