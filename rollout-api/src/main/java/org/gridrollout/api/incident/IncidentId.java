package org.gridrollout.api.incident;

import org.gridrollout.api.Identifier;

/** An incident's name, given by whoever files it (a ticket number, for example); unique for good. Follows {@link Identifier}'s rule. */
public record IncidentId(String value) implements Comparable<IncidentId> {

    public IncidentId {
        Identifier.require("IncidentId", value);
    }

    /** The {@code IncidentId} of that name. */
    public static IncidentId of(String value) {
        return new IncidentId(value);
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
