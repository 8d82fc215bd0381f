package org.gridrollout.filesystem.upkeep;

import java.util.List;

/**
 * What a repair did.
 *
 * @param mended what was wrong and is right now
 * @param remaining what needs a person; each says what to do
 */
public record RepairReport(List<Damage> mended, List<Damage> remaining) {

    public RepairReport {
        mended = List.copyOf(mended);
        remaining = List.copyOf(remaining);
    }

    /** Whether nothing is left to do. */
    public boolean isWhole() {
        return remaining.isEmpty();
    }
}
