package org.gridrollout.core.coverage;

import java.time.Instant;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.core.rule.Wording;

/**
 * A site that could cover what nobody covers.
 *
 * @param at when its enrolment ended or will begin; the instant of the question for one that is not enrolled
 */
public record NearMiss(SiteId site, Kind kind, Instant at) {

    /** What it lacks. */
    public enum Kind {
        /** It was enrolled. */
        ENDED,
        /** It will be. */
        NOT_BEGUN,
        /** It never was, and meets what the product asks of a site. */
        NOT_ENROLLED
    }

    /** For a person. */
    public String sentence() {
        return switch (kind) {
            case ENDED -> "The enrolment of " + site + " ended on " + Wording.instant(at) + ".";
            case NOT_BEGUN -> "The enrolment of " + site + " begins on " + Wording.instant(at) + ".";
            case NOT_ENROLLED -> site + " would meet the criteria and is not enrolled.";
        };
    }
}
