package org.gridrollout.testkit.contract;

/**
 * What every {@link org.gridrollout.api.spi.PackageRepository} does. A backend's author extends this class and gives a
 * fixture.
 */
public abstract class PackageRepositoryContract extends RepositoryConcurrencyContract {

    /** For subclasses. */
    protected PackageRepositoryContract() {}
}
