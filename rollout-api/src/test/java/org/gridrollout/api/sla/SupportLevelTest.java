package org.gridrollout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SupportLevelTest {

    private static final Duration OFFICE_DAY = Duration.ofHours(8);

    /** EGI's table; a working day here has eight hours. */
    @ParameterizedTest
    @CsvSource({
        "BASE, LESS_URGENT, 40", "BASE, URGENT, 40", "BASE, VERY_URGENT, 40", "BASE, TOP_PRIORITY, 40",
        "MEDIUM, LESS_URGENT, 40", "MEDIUM, URGENT, 40", "MEDIUM, VERY_URGENT, 8", "MEDIUM, TOP_PRIORITY, 8",
        "ADVANCED, LESS_URGENT, 40", "ADVANCED, URGENT, 8", "ADVANCED, VERY_URGENT, 8", "ADVANCED, TOP_PRIORITY, 4"
    })
    void itAnswersWithinTheHoursOfEgisTable(SupportLevel level, Priority priority, int hours) {
        assertThat(level.responseWithin(priority, OFFICE_DAY)).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void aDayAroundTheClockHas24Hours() {
        assertThat(SupportLevel.BASE.responseWithin(Priority.URGENT, Duration.ofDays(1)))
                .isEqualTo(Duration.ofDays(5));
        assertThat(SupportLevel.ADVANCED.responseWithin(Priority.TOP_PRIORITY, Duration.ofDays(1)))
                .isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @EnumSource(SupportLevel.class)
    void aHigherPriorityIsNeverAnsweredLater(SupportLevel level) {
        for (long minutes = 1; minutes <= 1_440; minutes += 7) {
            Duration last = Duration.ofDays(5);
            for (Priority priority : Priority.values()) {
                Duration within = level.responseWithin(priority, Duration.ofMinutes(minutes));
                assertThat(within).isPositive().isLessThanOrEqualTo(last);
                last = within;
            }
        }
    }

    @Test
    void aWorkingDayOfNoTimeOrMoreThanADayIsRefused() {
        for (Duration day : new Duration[] {Duration.ZERO, Duration.ofHours(24).plusNanos(1)}) {
            assertThatThrownBy(() -> SupportLevel.BASE.responseWithin(Priority.URGENT, day))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage(
                            "SupportLevel BASE: a working day must have more than 0 and at most 24 hours, had " + day);
        }
    }
}
