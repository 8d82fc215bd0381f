package org.gridrollout.api.verdict;

/** What a rule found, from harmless to worst; the worst finding is the verdict's. */
public enum FindingOutcome {
    NOT_APPLICABLE,
    PASS,
    /** Would not pass, but a waiver covers it. */
    PASS_WAIVED,
    /** Time alone resolves it. */
    WAIT,
    /** Another release has to move first. */
    WAIT_FOR,
    /** A person has to decide. */
    NEEDS_DECISION,
    /** There was silence where nobody ran the release. */
    NO_EVIDENCE,
    /** The check could not be made: it holds, and never passes. */
    ERROR,
    BLOCKED;

    /** Whether a rollout may move on past it. */
    public boolean passes() {
        return compareTo(PASS_WAIVED) <= 0;
    }
}
