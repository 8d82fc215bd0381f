package org.gridrollout.api.sla;

import java.time.Duration;
import org.gridrollout.api.Violations;

/**
 * How well an SLA has to be kept: a minimum share of the obligations that fell due within a window.
 *
 * @param minimum the share of obligations met, above 0 and at most 1
 * @param window the evaluation window, in time that passes around the clock whatever the SLA's calendar: "the last 90
 *     days"
 */
public record Compliance(double minimum, Duration window) {

    public Compliance {
        Violations violations = Violations.of("Compliance")
                .unless(
                        minimum > 0 && minimum <= 1,
                        "a minimum of %s decides nothing, since a share lies from 0 to 1; give one above 0 and at most 1",
                        minimum);
        Terms.check(violations, "window", window);
        violations.throwIfAny();
    }
}
