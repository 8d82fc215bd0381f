package org.gridrollout.filesystem;

import java.util.List;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.filesystem.Manifest.Kept;

/**
 * What the next generation holds.
 *
 * @param change which change set makes it
 * @param advisories what that tells, each with the packages it is about
 * @param kept which of its packages are earlier versions
 * @param after everything in its index
 */
record Succession(ChangeSetId change, List<Advisory> advisories, List<Kept> kept, Holdings after) {

    Succession {
        advisories = List.copyOf(advisories);
        kept = List.copyOf(kept);
    }

    /** The same packages once more, of which the same is told. */
    static Succession repeating(Manifest before, ChangeSetId change) {
        return new Succession(change, List.of(), before.kept(), before.holdings());
    }
}
