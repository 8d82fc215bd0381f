package org.gridrollout.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.simulation.Backends;
import org.gridrollout.testkit.simulation.RolloutInvariants;

class FilesystemRolloutProperties extends RolloutInvariants {

    private record InFiles(FileSystem disk, RolloutStore store, PackageRepository repository) implements Backends {
        @Override
        public byte[] packageFile(Nevra nevra) {
            return RpmBuilder.of(nevra).build();
        }

        @Override
        public void close() {
            try {
                disk.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    protected Backends backends() {
        FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
        return new InFiles(
                disk,
                new InMemoryRolloutStore(),
                FilesystemRepository.at(disk.getPath("/srv/repository"))
                        .durability(Durability.UNSYNCED)
                        .open());
    }
}
