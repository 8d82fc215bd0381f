package org.gridrollout.api.software;

import org.gridrollout.api.Violations;

/**
 * Name, epoch, version, release and architecture: what a package is called.
 *
 * @param name the package's name, which is the component it installs
 * @param evr its version
 * @param arch its architecture; {@code noarch} fits every platform of its operating system
 */
public record Nevra(String name, Evr evr, String arch) {

    public Nevra {
        Violations.of("Nevra")
                .unless(!name.isEmpty(), "name must not be empty")
                .unless(!arch.isEmpty(), "arch must not be empty")
                .throwIfAny();
    }

    /** {@code name-[epoch:]version-release.arch}. */
    @Override
    public String toString() {
        return name + "-" + evr + "." + arch;
    }
}
