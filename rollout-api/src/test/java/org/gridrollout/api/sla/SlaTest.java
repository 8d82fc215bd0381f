package org.gridrollout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlaTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Test
    void theProcessAsFirstWrittenAsksForFailuresOnlyAroundTheClock() {
        assertThat(Sla.failuresWithin(WEEK))
                .isEqualTo(new Sla(
                        "failures within PT168H",
                        Optional.empty(),
                        Optional.empty(),
                        WEEK,
                        Reporting.FAILURES_ONLY,
                        CalendarId.of("24x7"),
                        Optional.empty()));
    }

    @Test
    void allTermsMayBeAMinuteAndTheSame() {
        Sla sla = Sla.builder()
                .name("at once")
                .acknowledgeWithin(MINUTE)
                .deployWithin(MINUTE)
                .reportWithin(MINUTE)
                .compliance(new Compliance(1, MINUTE))
                .build();
        assertThat(sla.reportWithin()).isEqualTo(MINUTE);
    }

    @Test
    void everyTermThatCannotBeMeasuredIsSaidAtOnce() {
        assertThatThrownBy(() -> Sla.builder()
                        .name(" ")
                        .acknowledgeWithin(Duration.ofSeconds(-1))
                        .deployWithin(WEEK.plusNanos(1))
                        .reportWithin(MINUTE.minus(TICK))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Sla  : name must not be blank; "
                        + "reportWithin of PT59.999999S is too short to be measured; give at least one minute; "
                        + "acknowledgeWithin of PT-1S is too short to be measured; give at least one minute; "
                        + "deployWithin of PT168H0.000000001S is finer than what is recorded; give whole microseconds; "
                        + "deployWithin of PT168H0.000000001S is later than the report, which settles it; "
                        + "give at most reportWithin, PT59.999999S");
    }

    @Test
    void whatIsDueAfterTheReportIsRefused() {
        assertThatThrownBy(
                        () -> reporting(WEEK).acknowledgeWithin(WEEK.plus(TICK)).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("acknowledgeWithin of PT168H0.000001S is later than the report");
    }

    @Test
    void aTermLongerThanACenturyIsRefused() {
        Duration century = Duration.ofDays(36_525);
        assertThat(reporting(century).build().reportWithin()).isEqualTo(century);
        assertThatThrownBy(() -> reporting(century.plus(TICK)).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is longer than anybody will measure; give at most 100 years");
    }

    @Test
    void complianceCannotBeMeasuredWhereSilenceKeepsEverything() {
        assertThatThrownBy(() -> reporting(WEEK).compliance(compliance(WEEK)).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Sla probe: a minimum compliance cannot be measured where silence keeps every promise and "
                        + "nothing can be missed; add acknowledgeWithin or deployWithin, or ask for a report of every "
                        + "release");
    }

    @Test
    void complianceCanBeMeasuredByAnythingThatCanBeMissed() {
        SlaBuilder[] measurable = {
            reporting(WEEK).reporting(Reporting.EVERY_RELEASE),
            reporting(WEEK).acknowledgeWithin(MINUTE),
            reporting(WEEK).deployWithin(MINUTE)
        };
        for (SlaBuilder each : measurable) {
            assertThat(each.compliance(compliance(WEEK)).build().compliance()).contains(compliance(WEEK));
        }
    }

    @ParameterizedTest
    @EnumSource(Reporting.class)
    void aWindowThatIsOverBeforeAReportIsDueIsRefused(Reporting reporting) {
        assertThatThrownBy(() -> reporting(WEEK)
                        .reporting(reporting)
                        .acknowledgeWithin(MINUTE)
                        .compliance(compliance(WEEK.minus(TICK)))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Sla probe: a compliance window of PT167H59M59.999999S is over before a report is due; "
                        + "give at least reportWithin, PT168H");
    }

    @Test
    void aMinimumOutsideWhatAShareCanBeIsRefused() {
        for (double minimum : new double[] {0, -0.1, Math.nextUp(1.0), Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Compliance(minimum, WEEK))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("Compliance: a minimum of " + minimum
                            + " decides nothing, since a share lies from 0 to 1; give one above 0 and at most 1");
        }
        assertThat(new Compliance(Double.MIN_VALUE, WEEK).minimum()).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void aWindowThatCannotBeMeasuredIsRefusedWithItsMinimum() {
        assertThatThrownBy(() -> new Compliance(0, Duration.ofNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a minimum of 0.0")
                .hasMessageContaining("window of PT0.000000001S is too short")
                .hasMessageContaining("window of PT0.000000001S is finer than what is recorded");
    }

    private static SlaBuilder reporting(Duration within) {
        return Sla.builder().name("probe").reportWithin(within);
    }

    private static Compliance compliance(Duration window) {
        return new Compliance(0.9, window);
    }
}
