package org.gridrollout.jpa;

import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.testkit.simulation.Backends;
import org.gridrollout.testkit.simulation.RolloutInvariants;

class JpaRolloutProperties extends RolloutInvariants {

    private record OnH2(JpaStoreFixture database, RolloutStore store, PackageRepository repository)
            implements Backends {
        @Override
        public byte[] packageFile(Nevra nevra) {
            return InMemoryPackageRepository.packageFile(nevra);
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @Override
    protected Backends backends() {
        JpaStoreFixture database = JpaStoreFixture.on(HostDatabase::inMemory);
        return new OnH2(database, database.fresh(), new InMemoryPackageRepository());
    }
}
