package org.gridrollout.testkit.simulation;

import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;

/** A fresh store and repository for one simulation; closed when it is over. */
public interface Backends extends AutoCloseable {

    /** An empty store. */
    RolloutStore store();

    /** An empty repository. */
    PackageRepository repository();

    /** The bytes of a package file of that name which the repository can take in. */
    byte[] packageFile(Nevra nevra);

    @Override
    default void close() {}
}
