package org.gridrollout.testkit.simulation;

import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;

class InMemoryRolloutProperties extends RolloutInvariants {

    private record InMemory(RolloutStore store, PackageRepository repository) implements Backends {
        @Override
        public byte[] packageFile(Nevra nevra) {
            return InMemoryPackageRepository.packageFile(nevra);
        }
    }

    @Override
    protected Backends backends() {
        return new InMemory(new InMemoryRolloutStore(), new InMemoryPackageRepository());
    }
}
