package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.verdict.RuleId;

/**
 * What a check outside this library said of a release's content: an installation test, a scan.
 *
 * @param check which check; the name of the rule that asks for it
 * @param subject what was checked: the digest of a release's packages, so that a result for other content does not count
 * @param at when it was checked
 * @param detail what it found, or a link to it; may be empty
 */
public record CheckResult(RuleId check, Outcome outcome, Sha256 subject, Instant at, String detail) {

    private static final int LONGEST_DETAIL = 4_000;

    /** What it said. That nothing was said is not an outcome: the result is missing. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** The check was started and could not tell: it holds like a failure, but says nothing against the release. */
        UNKNOWN
    }

    public CheckResult {
        Violations.of("CheckResult of " + check)
                .unless(
                        detail.length() <= LONGEST_DETAIL,
                        "detail must be at most %d characters, was %d",
                        LONGEST_DETAIL,
                        detail.length())
                .throwIfAny();
    }
}
