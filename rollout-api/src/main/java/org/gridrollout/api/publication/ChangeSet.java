package org.gridrollout.api.publication;

import java.util.List;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/**
 * A change to one repository, applied whole or not at all. What it removes and is not there, and what it adds and is there
 * already with the same content, is no error.
 *
 * @param id publishing twice under one id changes the repository once
 */
public record ChangeSet(ChangeSetId id, Stage stage, Platform platform, List<PackageRef> add, List<PackageRef> remove) {

    public ChangeSet {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
        if ((add.isEmpty() && remove.isEmpty()) || overlap(add, remove)) {
            Violations.of("Change set " + id)
                    .unless(!add.isEmpty() || !remove.isEmpty(), "changes nothing")
                    .unless(!overlap(add, remove), "adds and removes the same package")
                    .throwIfAny();
        }
    }

    private static boolean overlap(List<PackageRef> add, List<PackageRef> remove) {
        for (PackageRef each : add) {
            if (remove.contains(each)) {
                return true;
            }
        }
        return false;
    }
}
