package org.gridrollout.api.publication;

import org.gridrollout.api.Identifier;

/** A change set's name; publishing is idempotent by it. Follows {@link Identifier}'s rule. */
public record ChangeSetId(String value) implements Comparable<ChangeSetId> {

    public ChangeSetId {
        Identifier.requireComposed("ChangeSetId", value);
    }

    /** The {@code ChangeSetId} of that name. */
    public static ChangeSetId of(String value) {
        return new ChangeSetId(value);
    }

    @Override
    public int compareTo(ChangeSetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
