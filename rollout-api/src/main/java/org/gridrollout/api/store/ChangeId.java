package org.gridrollout.api.store;

import org.gridrollout.api.Identifier;

/** A store change's name, made anew for each attempt to commit; lets an unknown outcome be asked for later. Follows {@link Identifier}'s rule. */
public record ChangeId(String value) implements Comparable<ChangeId> {

    public ChangeId {
        Identifier.requireComposed("ChangeId", value);
    }

    /** The {@code ChangeId} of that name. */
    public static ChangeId of(String value) {
        return new ChangeId(value);
    }

    @Override
    public int compareTo(ChangeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
