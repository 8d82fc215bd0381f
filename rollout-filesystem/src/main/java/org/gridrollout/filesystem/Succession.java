package org.gridrollout.filesystem;

import java.util.List;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.filesystem.Manifest.Kept;

/**
 * What the next generation holds.
 *
 * @param change which change set makes it
 * @param kept which of its packages are earlier versions
 * @param after everything in its index
 */
record Succession(ChangeSetId change, List<Kept> kept, Holdings after) {

    Succession {
        kept = List.copyOf(kept);
    }

    /** The same packages once more. */
    static Succession repeating(Manifest before, ChangeSetId change) {
        return new Succession(change, before.kept(), before.holdings());
    }
}
