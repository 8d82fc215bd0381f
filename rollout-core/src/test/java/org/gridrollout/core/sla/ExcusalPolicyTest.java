package org.gridrollout.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;

class ExcusalPolicyTest {

    @Test
    void theStandardIsADaysDistanceAndHalfOfThePeriod() {
        assertThat(ExcusalPolicy.STANDARD).isEqualTo(new ExcusalPolicy(Duration.ofDays(1), 0.5));
    }

    @Test
    void itsBoundsAreInclusive() {
        assertThat(new ExcusalPolicy(Duration.ZERO, 1).share()).isEqualTo(1);
        assertThat(new ExcusalPolicy(Duration.ofDays(366), Double.MIN_VALUE).notice())
                .isEqualTo(Duration.ofDays(366));
    }

    @Test
    void everythingOutOfBoundsIsSaidAtOnce() {
        assertThatThrownBy(() -> new ExcusalPolicy(Duration.ofNanos(-1), 0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ExcusalPolicy: notice must be from 0 to 366 days, was PT-0.000000001S; "
                        + "share must be above 0 and at most 1, was 0.0");
        assertThatThrownBy(() -> new ExcusalPolicy(Duration.ofDays(366).plusNanos(1), Math.nextUp(1.0)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("notice")
                .hasMessageContaining("share");
        assertThatThrownBy(() -> new ExcusalPolicy(Duration.ZERO, Double.NaN))
                .isInstanceOf(InvalidValueException.class);
    }
}
