package org.gridrollout.filesystem;

import java.util.List;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.filesystem.Manifest.Kept;

/**
 * What the next generation holds, and how that differs from the one before.
 *
 * @param change which change set makes it
 * @param added what is in it, and perhaps was not before
 * @param removed what is not in it, and perhaps was before
 * @param kept which of its packages are in the index only
 * @param after everything in its index
 */
record Succession(
        ChangeSetId change, List<PackageRef> added, List<PackageRef> removed, List<Kept> kept, Holdings after) {

    Succession {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }

    /** The same packages once more. */
    static Succession repeating(Manifest before, ChangeSetId change) {
        return new Succession(change, before.packages(), List.of(), before.kept(), before.holdings());
    }
}
