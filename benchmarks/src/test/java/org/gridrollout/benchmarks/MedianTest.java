package org.gridrollout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void isTheMiddleValueWhateverTheOrder() {
        assertThat(Median.of(List.of(9.0, 1.0, 1000.0, 3.0, 2.0))).isEqualTo(3.0);
    }

    @Test
    void isTheMeanOfTheTwoMiddleValues() {
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3.0);
    }

    @Test
    void refusesToSumUpNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.of()));
    }
}
