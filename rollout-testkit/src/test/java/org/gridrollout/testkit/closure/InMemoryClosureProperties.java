package org.gridrollout.testkit.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.memory.InMemoryPackageRepository;

class InMemoryClosureProperties extends ProductionClosure {

    @Override
    protected PackageRepository repository() {
        return new InMemoryPackageRepository();
    }

    @Override
    protected byte[] packageFile(SoftwarePackage of) {
        return InMemoryPackageRepository.packageFile(of);
    }

    @Example
    void livesRefuseAndPromoteTogether() {
        int refused = 0;
        int together = 0;
        for (List<Deed> each : lives().list().ofSize(40).sample()) {
            Workshop workshop = new Workshop(repository(), this::packageFile);
            each.forEach(workshop::play);
            refused += workshop.refused;
            together += workshop.together;
        }
        assertThat(refused).as("refused").isPositive();
        assertThat(together).as("promoted together").isPositive();
    }
}
