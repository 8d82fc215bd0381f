package org.gridrollout.api.software;

import org.gridrollout.api.Identifier;

/** A release's name, given by whoever contributes it; unique for good. Follows {@link Identifier}'s rule. */
public record ReleaseId(String value) implements Comparable<ReleaseId> {

    public ReleaseId {
        Identifier.require("ReleaseId", value);
    }

    /** The {@code ReleaseId} of that name. */
    public static ReleaseId of(String value) {
        return new ReleaseId(value);
    }

    @Override
    public int compareTo(ReleaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
