package org.gridrollout.api.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/**
 * A change to one repository, applied whole or not at all. What it removes and is not there, and what it adds and is there
 * already with the same content, is no error.
 *
 * @param id publishing twice under one id changes the repository once
 * @param advisories what clients are told about the packages it adds, one for each release that brings some, for as long as
 *     one of its packages is offered; a repository whose format has no place for that leaves them out
 */
public record ChangeSet(
        ChangeSetId id,
        Stage stage,
        Platform platform,
        List<PackageRef> add,
        List<PackageRef> remove,
        List<Advisory> advisories) {

    public ChangeSet {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
        advisories = List.copyOf(advisories);
        boolean aboutNothing = add.isEmpty() && !advisories.isEmpty();
        boolean aboutOthers = aboutOthers(advisories, add);
        if ((add.isEmpty() && remove.isEmpty()) || aboutNothing || aboutOthers || overlap(add, remove)) {
            Violations.of("Change set " + id)
                    .unless(!add.isEmpty() || !remove.isEmpty(), "changes nothing")
                    .unless(!aboutNothing, "has an advisory about nothing: it adds no package")
                    .unless(!aboutOthers, "has an advisory about a package that it does not add")
                    .unless(!overlap(add, remove), "adds and removes the same package")
                    .throwIfAny();
        }
    }

    /** Without advisories. */
    public ChangeSet(ChangeSetId id, Stage stage, Platform platform, List<PackageRef> add, List<PackageRef> remove) {
        this(id, stage, platform, add, remove, List.of());
    }

    /** The same, with these advisories. */
    public ChangeSet telling(List<Advisory> others) {
        return new ChangeSet(id, stage, platform, add, remove, others);
    }

    /** What one of its advisories is about, each package once. */
    public List<PackageRef> packagesOf(Advisory advisory) {
        return (advisory.packages().isEmpty() ? add : advisory.packages())
                .stream().distinct().toList();
    }

    private static boolean aboutOthers(List<Advisory> advisories, List<PackageRef> add) {
        Set<PackageRef> own = new HashSet<>();
        for (Advisory each : advisories) {
            if (own.isEmpty() && !each.packages().isEmpty()) {
                own.addAll(add);
            }
            if (!own.containsAll(each.packages())) {
                return true;
            }
        }
        return false;
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
