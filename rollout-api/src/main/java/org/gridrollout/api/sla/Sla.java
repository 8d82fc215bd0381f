package org.gridrollout.api.sla;

import java.time.Duration;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * A site's promise to watch the releases of one product. Terms count from the instant the announced release is visible
 * in beta, in the working time of a calendar; periods are half-open: a report at its due instant is on time. A term that
 * nothing could measure is refused here, with what would make it measurable.
 *
 * @param name what the agreement is called
 * @param acknowledgeWithin until the site accepts or declines; at most {@code reportWithin}; absent if not promised
 * @param deployWithin until the site runs the release; at most {@code reportWithin}; absent if not promised
 * @param reportWithin until a report is due
 * @param reporting whether silence keeps the promise
 * @param calendar whose working time the terms count in
 * @param compliance how well the promise has to be kept; absent if that was not agreed
 */
@Value.Builder
public record Sla(
        String name,
        Optional<Duration> acknowledgeWithin,
        Optional<Duration> deployWithin,
        Duration reportWithin,
        Reporting reporting,
        CalendarId calendar,
        Optional<Compliance> compliance)
        implements WithSla {

    public Sla {
        Violations violations = Violations.of("Sla " + name).unless(!name.isBlank(), "name must not be blank");
        Terms.check(violations, "reportWithin", reportWithin);
        checkBeforeReport(violations, "acknowledgeWithin", acknowledgeWithin, reportWithin);
        checkBeforeReport(violations, "deployWithin", deployWithin, reportWithin);
        if (compliance.isPresent()) {
            Duration window = compliance.get().window();
            violations
                    .unless(
                            reporting == Reporting.EVERY_RELEASE
                                    || acknowledgeWithin.isPresent()
                                    || deployWithin.isPresent(),
                            "a minimum compliance cannot be measured where silence keeps every promise and nothing can"
                                    + " be missed; add acknowledgeWithin or deployWithin, or ask for a report of every"
                                    + " release")
                    .unless(
                            window.compareTo(reportWithin) >= 0,
                            "a compliance window of %s is over before a report is due; give at least reportWithin, %s",
                            window,
                            reportWithin);
        }
        violations.throwIfAny();
    }

    /** Starts an SLA of failures only, around the clock; give at least a name and {@code reportWithin}. */
    public static SlaBuilder builder() {
        return new SlaBuilder().reporting(Reporting.FAILURES_ONLY).calendar(CalendarId.AROUND_THE_CLOCK);
    }

    /** The process as first written: report failures within a period, nothing else. */
    public static Sla failuresWithin(Duration period) {
        return builder().name("failures within " + period).reportWithin(period).build();
    }

    private static void checkBeforeReport(
            Violations violations, String name, Optional<Duration> term, Duration reportWithin) {
        if (term.isPresent()) {
            Terms.check(violations, name, term.get());
            violations.unless(
                    term.get().compareTo(reportWithin) <= 0,
                    "%s of %s is later than the report, which settles it; give at most reportWithin, %s",
                    name,
                    term.get(),
                    reportWithin);
        }
    }
}
