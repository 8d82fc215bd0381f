package org.gridrollout.testkit.contract;

import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.memory.InMemoryPackageRepository;

class InMemoryRepositoryFixture implements RepositoryFixture {

    @Override
    public PackageRepository fresh() {
        return new InMemoryPackageRepository();
    }

    @Override
    public PackageRepository reopen(PackageRepository repository) {
        return repository;
    }

    @Override
    public byte[] packageFile(Nevra nevra, String summary) {
        return InMemoryPackageRepository.packageFile(new SoftwarePackageBuilder()
                .source("")
                .nevra(nevra)
                .summary(summary)
                .provides(List.of(Capability.of(
                        nevra.name(), Capability.Relation.EQ, nevra.evr().toString())))
                .sha256(new Sha256("0".repeat(64)))
                .size(0)
                .build());
    }
}
