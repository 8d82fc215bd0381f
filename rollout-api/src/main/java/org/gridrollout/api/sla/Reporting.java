package org.gridrollout.api.sla;

/** What a site promises to report. */
public enum Reporting {
    /** Only failures: silence keeps the promise (the process as first written). */
    FAILURES_ONLY,
    /** An outcome of every release: silence breaks the promise (EGI's later practice). */
    EVERY_RELEASE
}
