package org.gridrollout.core.lifecycle;

import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;

/**
 * A package that was exposed on a platform before, under a name, version and architecture that is offered again.
 *
 * @param release which release brought it
 */
public record Namesake(PackageRef ref, ReleaseId release) {}
