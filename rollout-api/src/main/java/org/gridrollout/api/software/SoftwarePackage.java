package org.gridrollout.api.software;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * What one package file says of itself, and what the repository says of its signature. Immutable; made by repositories when they take a file in.
 *
 * @param size the file's size in bytes
 * @param source the file name of the source package it was built from; empty if it names none
 * @param files the paths it installs, in its own order
 * @param signature what the repository found out about who signed it; empty if it checks no signatures. The only part that
 *     may change, since it depends on the keys that the repository trusts
 */
@Value.Builder
public record SoftwarePackage(
        Nevra nevra,
        Sha256 sha256,
        long size,
        String summary,
        String source,
        List<Capability> provides,
        List<Capability> requires,
        List<Capability> conflicts,
        List<Capability> obsoletes,
        List<Capability> recommends,
        List<Capability> suggests,
        List<Capability> supplements,
        List<Capability> enhances,
        List<String> files,
        Optional<Signature> signature) {

    public SoftwarePackage {
        Violations.of("Package " + nevra)
                .unless(size >= 0, "size must not be negative, was %d", size)
                .throwIfAny();
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        conflicts = List.copyOf(conflicts);
        obsoletes = List.copyOf(obsoletes);
        recommends = List.copyOf(recommends);
        suggests = List.copyOf(suggests);
        supplements = List.copyOf(supplements);
        enhances = List.copyOf(enhances);
        files = List.copyOf(files);
    }

    /** How a release refers to it. */
    public PackageRef ref() {
        return new PackageRef(nevra, sha256);
    }
}
