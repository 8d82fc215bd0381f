package org.gridrollout.api.sla;

import java.time.Duration;
import org.gridrollout.api.Violations;

/**
 * EGI's quality-of-support levels: within which working time an incident is answered, by its priority. They preset the
 * Middleware Unit's own triage and restoration.
 *
 * <p>A level counts in working days. How much working time a day has depends on the calendar, and so it is given:
 * {@link org.gridrollout.api.spi.WorkingCalendar#workingDay()}, 24 hours around the clock, 8 for an office from nine to
 * five. Five working days of that office are 40 hours of working time, and end at the same time of day a week later.
 */
public enum SupportLevel {
    /** Five working days, whatever the priority. */
    BASE(Term.FIVE_DAYS, Term.FIVE_DAYS, Term.FIVE_DAYS, Term.FIVE_DAYS),
    /** Five working days; one for VERY_URGENT and above. */
    MEDIUM(Term.FIVE_DAYS, Term.FIVE_DAYS, Term.ONE_DAY, Term.ONE_DAY),
    /** Five working days; one for URGENT and VERY_URGENT; four working hours for TOP_PRIORITY. */
    ADVANCED(Term.FIVE_DAYS, Term.ONE_DAY, Term.ONE_DAY, Term.FOUR_HOURS);

    private final Term lessUrgent;
    private final Term urgent;
    private final Term veryUrgent;
    private final Term top;

    SupportLevel(Term lessUrgent, Term urgent, Term veryUrgent, Term top) {
        this.lessUrgent = lessUrgent;
        this.urgent = urgent;
        this.veryUrgent = veryUrgent;
        this.top = top;
    }

    /**
     * The working time within which an incident of that priority is answered. A term in hours is never longer than a
     * working day, so that a higher priority is never answered later.
     *
     * @param workingDay the working time of one working day in the calendar that the answer is measured by
     * @throws org.gridrollout.api.InvalidValueException unless the working day is positive and at most 24 hours
     */
    public Duration responseWithin(Priority priority, Duration workingDay) {
        Violations.of("SupportLevel " + this)
                .unless(
                        workingDay.compareTo(Duration.ZERO) > 0 && workingDay.compareTo(Duration.ofDays(1)) <= 0,
                        "a working day must have more than 0 and at most 24 hours, had %s",
                        workingDay)
                .throwIfAny();
        return term(priority).in(workingDay);
    }

    private Term term(Priority priority) {
        return switch (priority) {
            case LESS_URGENT -> lessUrgent;
            case URGENT -> urgent;
            case VERY_URGENT -> veryUrgent;
            case TOP_PRIORITY -> top;
        };
    }

    /** So many working days, but never longer than a time. */
    private enum Term {
        FIVE_DAYS(5, Duration.ofDays(5)),
        ONE_DAY(1, Duration.ofDays(1)),
        FOUR_HOURS(1, Duration.ofHours(4));

        private final int days;
        private final Duration atMost;

        Term(int days, Duration atMost) {
            this.days = days;
            this.atMost = atMost;
        }

        Duration in(Duration workingDay) {
            Duration inDays = workingDay.multipliedBy(days);
            return inDays.compareTo(atMost) <= 0 ? inDays : atMost;
        }
    }
}
