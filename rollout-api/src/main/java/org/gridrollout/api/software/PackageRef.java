package org.gridrollout.api.software;

/**
 * A package by name and content: what a release lists and a repository holds. Two packages of the same name with other
 * content are two packages, and a repository accepts only the first.
 */
public record PackageRef(Nevra nevra, Sha256 sha256) {

    /** The component this package installs. */
    public String component() {
        return nevra.name();
    }

    @Override
    public String toString() {
        return nevra.toString();
    }
}
