package org.gridrollout.testkit.contract;

class InMemoryPackageRepositoryContractTest extends PackageRepositoryContract {

    @Override
    protected RepositoryFixture fixture() {
        return new InMemoryRepositoryFixture();
    }
}
