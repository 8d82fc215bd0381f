package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.sla.AroundTheClock;
import org.junit.jupiter.api.Test;

class WorkingCalendarContractBitesTest {

    @Test
    void everyTestFailsOnACalendarThatDoesNothing() {
        ContractRun run = ContractRun.of(DoesNothing.class);
        assertThat(run.passed()).isEmpty();
        assertThat(run.failed()).hasSize(12);
    }

    @Test
    void noTestFailsOnACalendarThatKeepsIt() {
        ContractRun run = ContractRun.of(WorkingHoursContractTest.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSize(12);
    }

    @Test
    void noticesACalendarThatEndsATickLate() {
        assertThat(ContractRun.of(EndsLate.class).failed())
                .contains(
                        "noTimeEndsWhereItStarts",
                        "betweenStartAndEndLiesTheTimeGiven",
                        "atAnyEarlierInstantLessHasPassed",
                        "oneTimeAfterAnotherIsTheirSum");
    }

    @Test
    void noticesACalendarThatCountsWholeHoursOnly() {
        assertThat(ContractRun.of(CountsHours.class).failed())
                .contains("betweenStartAndEndLiesTheTimeGiven", "adjacentPeriodsAddUpAndHoldNoMoreThanTheirTime");
    }

    @Test
    void noticesACalendarThatChecksNothing() {
        assertThat(ContractRun.of(ChecksNothing.class).failed())
                .containsExactlyInAnyOrder(
                        "aNegativeTimeIsRefused",
                        "aPeriodThatEndsBeforeItBeginsIsRefused",
                        "whatIsFinerThanAMicrosecondIsRefused",
                        "whatLiesOutsideTheYears1To9999IsRefused");
    }

    abstract static class Broken extends WorkingCalendarContract implements WorkingCalendar {

        private final WorkingCalendar sound = new AroundTheClock();

        @Override
        protected WorkingCalendar calendar() {
            return this;
        }

        @Override
        public CalendarId id() {
            return sound.id();
        }

        @Override
        public Instant after(Instant start, Duration workingTime) {
            return sound.after(start, workingTime);
        }

        @Override
        public Duration workingTime(Instant from, Instant until) {
            return sound.workingTime(from, until);
        }

        @Override
        public Duration workingDay() {
            return sound.workingDay();
        }
    }

    static class DoesNothing extends Broken {

        @Override
        protected WorkingCalendar calendar() {
            throw new UnsupportedOperationException("none");
        }
    }

    static class EndsLate extends Broken {

        @Override
        public Instant after(Instant start, Duration workingTime) {
            return super.after(start, workingTime).plusNanos(1_000);
        }
    }

    static class CountsHours extends Broken {

        @Override
        public Duration workingTime(Instant from, Instant until) {
            return super.workingTime(from, until).truncatedTo(ChronoUnit.HOURS);
        }
    }

    static class ChecksNothing extends Broken {

        @Override
        public Instant after(Instant start, Duration workingTime) {
            return start.plus(workingTime);
        }

        @Override
        public Duration workingTime(Instant from, Instant until) {
            return Duration.between(from, until);
        }
    }
}
