package org.gridrollout.api.incident;

/** How bad an incident is: the MU's decision. */
public enum Criticality {
    UNDECIDED,
    /** A known issue: it travels in the release's notes and stops nothing. */
    NON_CRITICAL,
    /** Rejects a release before production, makes it faulty in production. */
    CRITICAL
}
