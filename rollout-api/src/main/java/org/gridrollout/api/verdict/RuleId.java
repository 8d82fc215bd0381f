package org.gridrollout.api.verdict;

import org.gridrollout.api.Identifier;

/** A rule's name, such as {@code observation-period-over}; waivers and findings refer to it. Follows {@link Identifier}'s rule. */
public record RuleId(String value) implements Comparable<RuleId> {

    public RuleId {
        Identifier.require("RuleId", value);
    }

    /** The {@code RuleId} of that name. */
    public static RuleId of(String value) {
        return new RuleId(value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
