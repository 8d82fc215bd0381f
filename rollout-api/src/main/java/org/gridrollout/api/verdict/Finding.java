package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;

/**
 * What one rule says of a rollout. Immutable; its sentence and values are made when they are read, and findings are equal
 * if they read the same.
 */
public final class Finding {

    private final RuleId rule;
    private final FindingOutcome outcome;
    private final Grounds grounds;
    private final Optional<Instant> until;
    private final List<Party> mustAct;
    private final List<RuleId> dueTo;
    private final List<Change> changes;
    private final Enforcement enforcement;

    /**
     * A finding of a sentence and the values in it.
     *
     * @param sentence for a person: what was found, with the values; not blank
     * @param values the values the rule used, by name, in the order it used them
     * @param until when time alone resolves it
     * @param mustAct who has to act for it to pass; empty if it passes, {@link Party#NOBODY} if only time is needed
     */
    public Finding(
            RuleId rule,
            FindingOutcome outcome,
            String sentence,
            Map<String, String> values,
            Optional<Instant> until,
            List<Party> mustAct) {
        this(rule, outcome, Told.of(sentence, values), until, mustAct);
    }

    private Finding(
            RuleId rule, FindingOutcome outcome, Grounds grounds, Optional<Instant> until, List<Party> mustAct) {
        this(rule, outcome, grounds, until, List.copyOf(mustAct), List.of(), List.of(), Enforcement.ENFORCED);
        boolean blank = grounds instanceof Told told && told.sentence().isBlank();
        boolean nobody = !outcome.passes() && mustAct.isEmpty();
        if (blank || nobody) { // most findings are right and pay for no message
            Violations.of("Finding of " + rule)
                    .unless(!blank, "sentence must not be blank")
                    .unless(!nobody, "%s must say who must act", outcome)
                    .throwIfAny();
        }
    }

    private Finding(
            RuleId rule,
            FindingOutcome outcome,
            Grounds grounds,
            Optional<Instant> until,
            List<Party> mustAct,
            List<RuleId> dueTo,
            List<Change> changes,
            Enforcement enforcement) {
        this.rule = rule;
        this.outcome = outcome;
        this.grounds = grounds;
        this.until = until;
        this.mustAct = mustAct;
        this.dueTo = dueTo;
        this.changes = changes;
        this.enforcement = enforcement;
    }

    /** The rule holds. */
    public static Finding pass(RuleId rule, String sentence) {
        return pass(rule, Told.of(sentence));
    }

    /** The rule holds. */
    public static Finding pass(RuleId rule, Grounds grounds) {
        return new Finding(rule, FindingOutcome.PASS, grounds, Optional.empty(), List.of());
    }

    /** The rule has nothing to say here. */
    public static Finding notApplicable(RuleId rule, String sentence) {
        return new Finding(rule, FindingOutcome.NOT_APPLICABLE, Told.of(sentence), Optional.empty(), List.of());
    }

    /** Time alone resolves it: at {@code until}, or right after it where that instant is still within a period. */
    public static Finding waitUntil(RuleId rule, String sentence, Instant until) {
        return waitUntil(rule, Told.of(sentence), until);
    }

    /** Time alone resolves it: at {@code until}, or right after it where that instant is still within a period. */
    public static Finding waitUntil(RuleId rule, Grounds grounds, Instant until) {
        return new Finding(rule, FindingOutcome.WAIT, grounds, Optional.of(until), List.of(Party.NOBODY));
    }

    /** Somebody has to act. */
    public static Finding of(RuleId rule, FindingOutcome outcome, String sentence, List<Party> mustAct) {
        return of(rule, outcome, Told.of(sentence), mustAct);
    }

    /** Somebody has to act. */
    public static Finding of(RuleId rule, FindingOutcome outcome, Grounds grounds, List<Party> mustAct) {
        return new Finding(rule, outcome, grounds, Optional.empty(), mustAct);
    }

    /** Whose finding it is. */
    public RuleId rule() {
        return rule;
    }

    public FindingOutcome outcome() {
        return outcome;
    }

    /** For a person: what was found, with the values. */
    public String sentence() {
        return grounds.sentence();
    }

    /** The values the rule used, by name, in the order it used them. */
    public Map<String, String> values() {
        return grounds.values();
    }

    /** When time alone resolves it. */
    public Optional<Instant> until() {
        return until;
    }

    /** Who has to act for it to pass; empty if it passes, {@link Party#NOBODY} if only time is needed. */
    public List<Party> mustAct() {
        return mustAct;
    }

    /** The rules whose findings explain this one: while one of them is in the way, so is this. */
    public List<RuleId> dueTo() {
        return dueTo;
    }

    /**
     * The smallest set of changes that makes it pass; for a derived finding, what it needs besides those of its roots.
     * Empty if it passes, or if its rule did not say: a verdict then takes it that those act who must.
     */
    public List<Change> changes() {
        return changes;
    }

    /** Whether it counts. */
    public Enforcement enforcement() {
        return enforcement;
    }

    /** Whether it is in the way: it counts, and does not pass. */
    public boolean holds() {
        return enforcement == Enforcement.ENFORCED && !outcome.passes();
    }

    /** The same finding, passed by a waiver. */
    public Finding waived(String by) {
        return new Finding(
                rule,
                FindingOutcome.PASS_WAIVED,
                new Waived(grounds, by),
                until,
                List.of(),
                List.of(),
                List.of(),
                enforcement); // what is let through is nobody's to act on any more
    }

    /** The same finding with one more value it used. */
    public Finding with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values());
        more.put(name, value.toString());
        return new Finding(rule, outcome, Told.of(sentence(), more), until, mustAct, dueTo, changes, enforcement);
    }

    /**
     * The same finding, explained by other rules' findings.
     *
     * @throws org.gridrollout.api.InvalidValueException if it would explain itself
     */
    public Finding derivedFrom(List<RuleId> roots) {
        Violations.of("Finding of " + rule)
                .unless(!roots.contains(rule), "cannot explain itself")
                .throwIfAny();
        return new Finding(rule, outcome, grounds, until, mustAct, List.copyOf(roots), changes, enforcement);
    }

    /** The same finding with the smallest set of changes that makes it pass. */
    public Finding passesIf(List<Change> smallest) {
        return new Finding(rule, outcome, grounds, until, mustAct, dueTo, List.copyOf(smallest), enforcement);
    }

    /** The same finding, recorded only. */
    public Finding observed() {
        return new Finding(rule, outcome, grounds, until, mustAct, dueTo, changes, Enforcement.OBSERVED);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Finding that
                && rule.equals(that.rule)
                && outcome == that.outcome
                && enforcement == that.enforcement
                && until.equals(that.until)
                && mustAct.equals(that.mustAct)
                && dueTo.equals(that.dueTo)
                && changes.equals(that.changes)
                && sentence().equals(that.sentence())
                && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, outcome, enforcement, until, mustAct, sentence());
    }

    @Override
    public String toString() {
        return rule + ": " + outcome + (enforcement == Enforcement.OBSERVED ? " (observed). " : ". ") + sentence();
    }

    /** Words that are there already. */
    private record Told(String sentence, Map<String, String> values) implements Grounds {

        static Told of(String sentence) {
            return new Told(sentence, Map.of());
        }

        static Told of(String sentence, Map<String, String> values) {
            return new Told(sentence, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
        }
    }

    private record Waived(Grounds grounds, String by) implements Grounds {

        @Override
        public String sentence() {
            return grounds.sentence() + " Waived by " + by + ".";
        }

        @Override
        public Map<String, String> values() {
            return grounds.values();
        }
    }
}
