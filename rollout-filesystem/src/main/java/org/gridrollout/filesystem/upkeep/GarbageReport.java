package org.gridrollout.filesystem.upkeep;

import java.util.List;

/**
 * What a garbage collection took, or would take.
 *
 * @param garbage in the order in which it goes
 */
public record GarbageReport(List<Garbage> garbage) {

    public GarbageReport {
        garbage = List.copyOf(garbage);
    }

    /** What the disk gains by all of it. */
    public long bytes() {
        return garbage.stream().mapToLong(Garbage::bytes).sum();
    }
}
