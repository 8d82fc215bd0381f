package org.gridrollout.filesystem.upkeep;

import java.util.List;

/**
 * What a walk over everything found.
 *
 * @param damage in the order in which it was found
 * @param files how many were looked at
 * @param bytes how many were read
 */
public record VerificationReport(List<Damage> damage, long files, long bytes) {

    public VerificationReport {
        damage = List.copyOf(damage);
    }

    /** Whether everything is as it was published. */
    public boolean isWhole() {
        return damage.isEmpty();
    }
}
