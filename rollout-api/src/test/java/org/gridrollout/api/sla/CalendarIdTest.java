package org.gridrollout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;

class CalendarIdTest {

    @Test
    void aroundTheClockIsCalled24x7() {
        assertThat(CalendarId.AROUND_THE_CLOCK).hasToString("24x7").isEqualTo(CalendarId.of("24x7"));
    }

    @Test
    void itFollowsTheRuleForNames() {
        assertThatThrownBy(() -> CalendarId.of("office hours"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("CalendarId: ");
    }

    @Test
    void itOrdersByName() {
        assertThat(CalendarId.of("a")).isLessThan(CalendarId.of("b"));
    }
}
