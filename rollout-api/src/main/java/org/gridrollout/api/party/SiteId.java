package org.gridrollout.api.party;

import org.gridrollout.api.Identifier;

/** A site's name, such as {@code CERN-PROD}; unique in the infrastructure. Follows {@link Identifier}'s rule. */
public record SiteId(String value) implements Comparable<SiteId> {

    public SiteId {
        Identifier.require("SiteId", value);
    }

    /** The {@code SiteId} of that name. */
    public static SiteId of(String value) {
        return new SiteId(value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
