package org.gridrollout.api.publication;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/**
 * A change to one repository, applied whole or not at all. What it removes and is not there, and what it adds and is there
 * already with the same content, is no error.
 *
 * @param id publishing twice under one id changes the repository once
 * @param advisory what clients are told about the packages it adds, for as long as one of them is offered; a repository
 *     whose format has no place for that leaves it out
 */
public record ChangeSet(
        ChangeSetId id,
        Stage stage,
        Platform platform,
        List<PackageRef> add,
        List<PackageRef> remove,
        Optional<Advisory> advisory) {

    public ChangeSet {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
        boolean aboutNothing = add.isEmpty() && advisory.isPresent();
        if ((add.isEmpty() && remove.isEmpty()) || aboutNothing || overlap(add, remove)) {
            Violations.of("Change set " + id)
                    .unless(!add.isEmpty() || !remove.isEmpty(), "changes nothing")
                    .unless(!aboutNothing, "has an advisory about nothing: it adds no package")
                    .unless(!overlap(add, remove), "adds and removes the same package")
                    .throwIfAny();
        }
    }

    /** Without an advisory. */
    public ChangeSet(ChangeSetId id, Stage stage, Platform platform, List<PackageRef> add, List<PackageRef> remove) {
        this(id, stage, platform, add, remove, Optional.empty());
    }

    /** The same, with that advisory. */
    public ChangeSet telling(Advisory other) {
        return new ChangeSet(id, stage, platform, add, remove, Optional.of(other));
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
