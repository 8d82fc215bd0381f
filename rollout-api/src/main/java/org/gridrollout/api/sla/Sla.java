package org.gridrollout.api.sla;

import java.time.Duration;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * A site's promise to watch the releases of one product. Times count from the instant the announced release is visible
 * in beta, around the clock; periods are half-open: a report at its due instant is on time.
 *
 * @param name what the agreement is called
 * @param reportWithin time until a report is due; positive
 * @param deployWithin time until the site runs the release; positive, at most {@code reportWithin}; absent if not promised
 */
@Value.Builder
public record Sla(String name, Duration reportWithin, Optional<Duration> deployWithin, Reporting reporting) {

    public Sla {
        Violations.of("Sla " + name)
                .unless(!name.isBlank(), "name must not be blank")
                .unless(positive(reportWithin), "reportWithin must be positive, was %s", reportWithin)
                .unless(
                        deployWithin.isEmpty() || positive(deployWithin.get()),
                        "deployWithin must be positive, was %s",
                        deployWithin.map(Duration::toString).orElse(""))
                .unless(
                        deployWithin.isEmpty() || deployWithin.get().compareTo(reportWithin) <= 0,
                        "deployWithin must not be longer than reportWithin")
                .throwIfAny();
    }

    /** The process as first written: report failures within a period, nothing else. */
    public static Sla failuresWithin(Duration period) {
        return new Sla("failures within " + period, period, Optional.empty(), Reporting.FAILURES_ONLY);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
