package org.gridrollout.api.publication;

import java.util.List;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/**
 * One complete, immutable content of a repository.
 *
 * @param number 0 for the empty repository before anything was published, then rising by one with each publication
 * @param packages everything clients are offered, sorted by name, then architecture, then content
 */
public record Generation(Stage stage, Platform platform, long number, List<PackageRef> packages) {

    public Generation {
        packages = List.copyOf(packages);
        Violations.of("Generation of " + stage + " " + platform)
                .unless(number >= 0, "number must not be negative, was %d", number)
                .throwIfAny();
    }
}
