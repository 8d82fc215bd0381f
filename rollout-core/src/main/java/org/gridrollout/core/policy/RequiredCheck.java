package org.gridrollout.core.policy;

import java.time.Duration;
import org.gridrollout.api.Violations;
import org.gridrollout.api.verdict.RuleId;

/**
 * A check outside this library that a release has to pass before it is promoted.
 *
 * @param id which check; the name its results carry, and that of the rule
 * @param maxAge how old a result may be; positive. A result of exactly that age counts
 */
public record RequiredCheck(RuleId id, Duration maxAge) {

    public RequiredCheck {
        Violations.of("RequiredCheck " + id)
                .unless(!maxAge.isNegative() && !maxAge.isZero(), "maxAge must be positive, was %s", maxAge)
                .throwIfAny();
    }
}
