package org.gridrollout.core.rule;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.RuleId;

/** Changes that nobody has to make. */
final class TimePasses {

    private TimePasses() {}

    /** Said to the minute; {@code first} is exactly the first instant at which the rule passes. */
    static Change until(Instant first, RuleId rule) {
        return new Change(Party.NOBODY, "time passes until " + Wording.instant(first), Optional.of(first), rule);
    }
}
