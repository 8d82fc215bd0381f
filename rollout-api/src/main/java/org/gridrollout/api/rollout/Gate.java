package org.gridrollout.api.rollout;

/** Where the rules are asked. */
public enum Gate {
    /** On the way to GOOD: rules about evidence and decisions; announcing asks for freezes as well. */
    CLEARING,
    /** On the way into production: every rule. */
    PROMOTION
}
