package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void monthsFollowEachOtherWithoutGapOrOverlap() {
        Period march = Period.month(YearMonth.of(2026, 3));
        assertThat(march.until()).isEqualTo(Period.month(YearMonth.of(2026, 4)).from());
        assertThat(march.contains(march.from())).isTrue();
        assertThat(march.contains(march.until())).isFalse();
    }

    @Test
    void monthOfAZoneFollowsItsClocks() {
        Period march = Period.month(YearMonth.of(2026, 3), ZoneId.of("Europe/Zurich"));
        assertThat(Duration.between(march.from(), march.until()))
                .as("the night in which clocks go forward")
                .isEqualTo(Duration.ofDays(31).minusHours(1));
    }

    @Test
    void periodReadsAsWhatItIs() {
        assertThat(Period.month(YearMonth.of(2026, 3))).hasToString("2026-03");
        assertThat(Period.ALWAYS).hasToString("always");
        assertThat(Period.upTo(Instant.parse("2026-03-08T00:00:00Z"), Duration.ofDays(7)))
                .hasToString("from 2026-03-01T00:00:00Z until 2026-03-08T00:00:00Z");
    }

    @Test
    void emptyPeriodIsRefused() {
        assertThatThrownBy(() -> new Period(Instant.EPOCH, Instant.EPOCH))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must end after it begins");
    }
}
