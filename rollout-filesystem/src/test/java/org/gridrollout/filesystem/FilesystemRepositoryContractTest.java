package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.testkit.contract.PackageRepositoryContract;
import org.gridrollout.testkit.contract.RepositoryFixture;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.io.TempDir;

class FilesystemRepositoryContractTest extends PackageRepositoryContract {

    @TempDir
    Path directory;

    @Override
    protected RepositoryFixture fixture() {
        return new DirectoryFixture(directory);
    }

    private record DirectoryFixture(Path directory) implements RepositoryFixture {

        @Override
        public PackageRepository fresh() {
            try {
                return FilesystemRepository.open(Files.createTempDirectory(directory, "repository"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public PackageRepository reopen(PackageRepository repository) {
            return FilesystemRepository.open(((FilesystemRepository) repository).root());
        }

        @Override
        public byte[] packageFile(Nevra nevra, String summary) {
            return RpmBuilder.of(nevra).summary(summary).build();
        }
    }
}
