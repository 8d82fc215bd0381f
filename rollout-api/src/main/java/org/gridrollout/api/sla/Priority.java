package org.gridrollout.api.sla;

/** How much an incident presses, in the words of EGI's helpdesk (GGUS); from low to high. */
public enum Priority {
    LESS_URGENT,
    URGENT,
    VERY_URGENT,
    TOP_PRIORITY
}
