package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;

/**
 * What one rule says of a rollout.
 *
 * @param sentence for a person: what was found, with the values
 * @param values the values the rule used, by name, in the order it used them
 * @param until when time alone resolves it
 * @param mustAct who has to act for it to pass; empty if it passes, {@link Party#NOBODY} if only time is needed
 */
public record Finding(
        RuleId rule,
        FindingOutcome outcome,
        String sentence,
        Map<String, String> values,
        Optional<Instant> until,
        List<Party> mustAct) {

    public Finding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        mustAct = List.copyOf(mustAct);
        Violations.of("Finding of " + rule)
                .unless(!sentence.isBlank(), "sentence must not be blank")
                .unless(outcome.passes() || !mustAct.isEmpty(), "%s must say who must act", outcome)
                .throwIfAny();
    }

    /** The rule holds. */
    public static Finding pass(RuleId rule, String sentence) {
        return new Finding(rule, FindingOutcome.PASS, sentence, Map.of(), Optional.empty(), List.of());
    }

    /** The rule has nothing to say here. */
    public static Finding notApplicable(RuleId rule, String sentence) {
        return new Finding(rule, FindingOutcome.NOT_APPLICABLE, sentence, Map.of(), Optional.empty(), List.of());
    }

    /** Time alone resolves it, after {@code until}. */
    public static Finding waitUntil(RuleId rule, String sentence, Instant until) {
        return new Finding(rule, FindingOutcome.WAIT, sentence, Map.of(), Optional.of(until), List.of(Party.NOBODY));
    }

    /** Somebody has to act. */
    public static Finding of(RuleId rule, FindingOutcome outcome, String sentence, List<Party> mustAct) {
        return new Finding(rule, outcome, sentence, Map.of(), Optional.empty(), mustAct);
    }

    /** The same finding, passed by a waiver. */
    public Finding waived(String by) {
        return new Finding(
                rule, FindingOutcome.PASS_WAIVED, sentence + " Waived by " + by + ".", values, until, List.of());
    }

    /** The same finding with one more value it used. */
    public Finding with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Finding(rule, outcome, sentence, more, until, mustAct);
    }
}
