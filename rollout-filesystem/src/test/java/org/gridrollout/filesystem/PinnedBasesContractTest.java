package org.gridrollout.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.filesystem.base.DescribedTree;
import org.gridrollout.testkit.contract.BaseRepositoriesContract;

class PinnedBasesContractTest extends BaseRepositoriesContract {

    @Override
    protected BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages) {
        Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
        PinnedBases bases = FilesystemRepository.at(root)
                .durability(Durability.UNSYNCED)
                .open()
                .bases();
        bases.pin(bases.read(platform, Map.of("base", DescribedTree.of(packages))));
        return bases;
    }
}
