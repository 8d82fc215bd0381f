package org.gridrollout.core.engine;

import java.util.List;

/**
 * What became of one reading of an inventory.
 *
 * @param read how many sites' platforms the source told of
 * @param failures what was not taken over and why, a sentence each; everything else was
 */
public record InventoryReport(int read, List<String> failures) {
    public InventoryReport {
        failures = List.copyOf(failures);
    }
}
