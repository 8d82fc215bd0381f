package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;

/**
 * One thing that has to change for a rule to pass.
 *
 * @param who who brings it about; {@link Party#NOBODY} if time does
 * @param what what happens, as the rest of a sentence that begins with {@code who}: {@code decides GGUS-1}
 * @param notBefore the first instant at which it can be so; absent if it can be done now, or if it is not known yet
 * @param rule the rule that asks for it
 */
public record Change(Party who, String what, Optional<Instant> notBefore, RuleId rule) {

    public Change {
        Violations.of("Change for " + rule)
                .unless(!what.isBlank(), "what must not be blank")
                .throwIfAny();
    }

    /** Somebody does something, at any time. */
    public static Change by(Party who, String what, RuleId rule) {
        return new Change(who, what, Optional.empty(), rule);
    }

    /** Time passes; the rule first passes at {@code instant}. */
    public static Change timeUntil(Instant instant, RuleId rule) {
        return new Change(Party.NOBODY, "time passes until " + instant, Optional.of(instant), rule);
    }

    /** Whether nothing but time brings it about. */
    public boolean isTime() {
        return who.kind() == Party.Kind.NOBODY;
    }

    /** As a sentence without a stop. */
    @Override
    public String toString() {
        return isTime() ? what : who + " " + what;
    }
}
