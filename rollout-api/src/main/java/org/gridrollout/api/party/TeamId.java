package org.gridrollout.api.party;

import org.gridrollout.api.Identifier;

/** A product team's name; unique in the infrastructure. Follows {@link Identifier}'s rule. */
public record TeamId(String value) implements Comparable<TeamId> {

    public TeamId {
        Identifier.require("TeamId", value);
    }

    /** The {@code TeamId} of that name. */
    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
