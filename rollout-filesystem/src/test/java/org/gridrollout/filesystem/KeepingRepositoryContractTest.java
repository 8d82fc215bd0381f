package org.gridrollout.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.testkit.contract.PackageRepositoryContract;
import org.gridrollout.testkit.contract.RepositoryFixture;
import org.gridrollout.testkit.rpm.RpmBuilder;

/** The contract is kept whatever stays in the index. */
class KeepingRepositoryContractTest extends PackageRepositoryContract {

    @Override
    protected RepositoryFixture fixture() {
        return new MemoryFixture();
    }

    private static final class MemoryFixture implements RepositoryFixture {

        private int count;

        private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());

        @Override
        public PackageRepository fresh() {
            return open(memory.getPath("/srv", "repository" + count++));
        }

        @Override
        public PackageRepository reopen(PackageRepository repository) {
            return open(((FilesystemRepository) repository).root());
        }

        @Override
        public byte[] packageFile(Nevra nevra, String summary) {
            return RpmBuilder.of(nevra).summary(summary).build();
        }

        private static FilesystemRepository open(Path root) {
            return FilesystemRepository.at(root)
                    .durability(Durability.UNSYNCED) // Jimfs cannot sync directories
                    .keepVersions(2)
                    .open();
        }
    }
}
