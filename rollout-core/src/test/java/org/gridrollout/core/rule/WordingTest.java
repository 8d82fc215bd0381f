package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridrollout.api.rollout.RestorationWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @Test
    void listsAsAPersonWould() {
        assertThat(Wording.list(List.of(), String::valueOf)).isEqualTo("nobody");
        assertThat(Wording.list(List.of("a"), String::valueOf)).isEqualTo("a");
        assertThat(Wording.list(List.of("a", "b"), String::valueOf)).isEqualTo("a and b");
        assertThat(Wording.list(List.of("a", "b", "c"), String::valueOf)).isEqualTo("a, b and c");
    }

    @Test
    void namesConstantsInSmallLetters() {
        assertThat(Wording.name(RestorationWay.Kind.LAST_GOOD_AGAIN)).isEqualTo("last good again");
    }

    @ParameterizedTest
    @CsvSource({"0.999, 100 %", "0.776, 78 %", "0.10, 10 %", "0.09994, 10 %", "0.0994, 9.9 %", "0.0123, 1.2 %"})
    void saysSharesWithTwoDigits(double share, String words) {
        assertThat(Wording.percent(share)).isEqualTo(words);
    }
}
