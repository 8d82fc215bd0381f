package org.gridrollout.core.register;

/** Whether sites can stay on a release; the worst first. */
public enum Standing {
    /** A critical incident stands against it, whatever has taken its place since. */
    FAULTY,
    /** A critical incident ended it before production. */
    REJECTED,
    /** Its team took it back before production. */
    WITHDRAWN,
    /** Taken out of support. */
    RETIRED,
    /** To be retired; security problems are no longer repaired. */
    SECURITY_SUPPORT_ENDED,
    /** Nothing is known against it. */
    FIT
}
