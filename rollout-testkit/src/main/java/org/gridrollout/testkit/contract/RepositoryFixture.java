package org.gridrollout.testkit.contract;

import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;

/** Gives the contract its repositories and package files. Made once per test; closed after it. */
public interface RepositoryFixture extends AutoCloseable {

    /** An empty repository, independent of every other. */
    PackageRepository fresh();

    /** What a host finds after a restart. A repository that lives with its process returns itself. */
    PackageRepository reopen(PackageRepository repository);

    /**
     * A package file that the repository can read.
     *
     * @param summary what the package says of itself in one line; another summary gives another content
     */
    byte[] packageFile(Nevra nevra, String summary);

    /** Gives back what the repositories used; throws if that fails. */
    @Override
    default void close() {}
}
