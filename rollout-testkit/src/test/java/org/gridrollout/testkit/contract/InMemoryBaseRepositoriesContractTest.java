package org.gridrollout.testkit.contract;

import java.time.Instant;
import java.util.List;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.core.memory.InMemoryBaseRepositories;

class InMemoryBaseRepositoriesContractTest extends BaseRepositoriesContract {

    @Override
    protected BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages) {
        InMemoryBaseRepositories base = new InMemoryBaseRepositories();
        base.pin(platform, Instant.parse("2026-03-02T12:00:00Z"), packages);
        return base;
    }
}
