package org.gridrollout.api.verdict;

/** Whether a rule's findings count. */
public enum Enforcement {
    /** A finding that does not pass holds the rollout. */
    ENFORCED,
    /** The finding is recorded and holds nothing: how a new rule shows what it would do. */
    OBSERVED
}
