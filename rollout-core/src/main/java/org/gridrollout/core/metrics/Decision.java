package org.gridrollout.core.metrics;

import org.gridrollout.api.incident.Criticality;

/** What the MU made of an incident. */
@SuppressWarnings("EnumOrdinal") // a code in memory, never kept
enum Decision {
    UNDECIDED,
    CRITICAL,
    NON_CRITICAL,
    NO_PROBLEM,
    DUPLICATE;

    static Decision of(Criticality criticality) {
        return switch (criticality) {
            case UNDECIDED -> UNDECIDED;
            case CRITICAL -> CRITICAL;
            case NON_CRITICAL -> NON_CRITICAL;
        };
    }

    int code() {
        return ordinal();
    }
}
