package org.gridrollout.api.registry;

import org.gridrollout.api.Identifier;

/** A downtime's name, given by whoever declares it; unique for good. Follows {@link Identifier}'s rule. */
public record DowntimeId(String value) implements Comparable<DowntimeId> {

    public DowntimeId {
        Identifier.require("DowntimeId", value);
    }

    /** The {@code DowntimeId} of that name. */
    public static DowntimeId of(String value) {
        return new DowntimeId(value);
    }

    @Override
    public int compareTo(DowntimeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
