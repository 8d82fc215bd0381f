package org.gridrollout.api.sla;

import org.gridrollout.api.Identifier;

/** An obligation's name; unique within its rollout. Follows {@link Identifier}'s rule. */
public record ObligationId(String value) implements Comparable<ObligationId> {

    public ObligationId {
        Identifier.requireComposed("ObligationId", value);
    }

    /** The {@code ObligationId} of that name. */
    public static ObligationId of(String value) {
        return new ObligationId(value);
    }

    @Override
    public int compareTo(ObligationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
