package org.gridrollout.api.sla;

/** What is owed. */
public enum Duty {
    /** The MU accepts or refuses a contribution. */
    INTAKE,
    /** A rollout site says whether it takes part. */
    ACKNOWLEDGE,
    /** A rollout site runs the release. */
    DEPLOY,
    /** A rollout site reports on the release, as its SLA says. */
    REPORT,
    /** The MU decides an incident's criticality. */
    TRIAGE,
    /** Whoever filed an incident answers the MU's question. */
    ANSWER,
    /** The MU restores service after a critical incident in production. */
    RESTORE
}
