package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "P7D, 7 d",
        "P1DT1H1M1S, 1 d 1 h",
        "PT90M, 1 h 30 min",
        "PT1S, 1 s",
        "PT0.2S, 200 ms",
        "P2DT5S, 2 d 5 s",
        "PT0S, 0 s",
    })
    void isSaidInItsTwoLargestUnits(Duration time, String words) {
        assertThat(Span.inWords(time)).isEqualTo(words);
    }
}
