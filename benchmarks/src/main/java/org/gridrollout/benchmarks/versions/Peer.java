package org.gridrollout.benchmarks.versions;

import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.VersionScheme;
import org.semver4j.Semver;
import org.semver4j.SemverException;

/** A library that compares versions, asked for its verdict on RPM's. */
enum Peer {
    MAVEN("maven-artifact ComparableVersion") {
        @Override
        int compare(String left, String right) {
            return new ComparableVersion(left).compareTo(new ComparableVersion(right));
        }
    },
    RESOLVER("maven-resolver GenericVersion") {
        @Override
        int compare(String left, String right) throws Unreadable {
            try {
                VersionScheme scheme = new GenericVersionScheme();
                return scheme.parseVersion(left).compareTo(scheme.parseVersion(right));
            } catch (InvalidVersionSpecificationException e) {
                throw new Unreadable(e);
            }
        }
    },
    SEMVER("semver4j Semver") {
        @Override
        int compare(String left, String right) throws Unreadable {
            try {
                return new Semver(left).compareTo(new Semver(right));
            } catch (SemverException e) {
                throw new Unreadable(e);
            }
        }
    };

    final String title;

    Peer(String title) {
        this.title = title;
    }

    /** The sign of {@code left} compared with {@code right}. */
    abstract int compare(String left, String right) throws Unreadable;

    /** The peer does not take one of the texts for a version. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
