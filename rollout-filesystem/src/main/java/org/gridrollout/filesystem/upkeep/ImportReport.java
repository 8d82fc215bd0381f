package org.gridrollout.filesystem.upkeep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.PackageRef;

/**
 * What became of the packages found in a directory.
 *
 * @param taken those that the tree is to offer, in a generation's order
 * @param refused those that it is not, and why
 * @param result what became of their publication; empty if there was none, since files were refused, none were found, or
 *     all of them are offered already
 */
public record ImportReport(List<PackageRef> taken, List<Refused> refused, Optional<PublicationResult> result) {

    public ImportReport {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    /** A file that is no package for this repository. */
    public record Refused(Path file, String reason) {}
}
