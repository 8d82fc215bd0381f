package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.spi.RepositoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootCheckTest {

    @TempDir
    Path directory;

    @Test
    void createsADirectoryThatIsMissing() {
        FilesystemRepository repository = FilesystemRepository.open(directory.resolve("a/b/c"));
        assertThat(repository.root()).isDirectory();
    }

    @Test
    void leavesNothingOfItselfBehind() throws IOException {
        FilesystemRepository.open(directory);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .extracting(each -> each.getFileName().toString())
                    .containsExactlyInAnyOrder("pool", "locks");
        }
    }

    @Test
    void followsALinkToTheRealPlace() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        assertThat(FilesystemRepository.open(link).root()).isEqualTo(real.toRealPath());
    }

    @Test
    void refusesAFileWhereADirectoryIsNeeded() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "content");
        assertThatThrownBy(() -> FilesystemRepository.open(file))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("Cannot use " + file)
                .hasMessageContaining(file + " is no directory");
        assertThatThrownBy(() -> FilesystemRepository.open(file.resolve("below")))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("Cannot use");
    }

    @Test
    void refusesAFileSystemWithoutHardLinks() {
        assertRefused("hard links", Feature.SYMBOLIC_LINKS, Feature.FILE_CHANNEL);
    }

    @Test
    void refusesAFileSystemWithoutSymbolicLinks() {
        assertRefused("symbolic links", Feature.LINKS, Feature.FILE_CHANNEL);
    }

    @Test
    void refusesToPromiseDurabilityWhereDirectoriesCannotBeSynced() {
        Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv");
        assertThatThrownBy(() -> FilesystemRepository.open(root))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("syncing of directories")
                .hasMessageContaining("open it unsynced");
    }

    @Test
    void refusesOptionsThatCannotWork() {
        assertThatThrownBy(() -> FilesystemRepository.at(directory)
                        .metadataGrace(Duration.ZERO)
                        .lockWait(Duration.ofSeconds(-1))
                        .open())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("metadataGrace")
                .hasMessageContaining("lockWait");
    }

    private static void assertRefused(String what, Feature... supported) {
        Configuration configuration =
                Configuration.unix().toBuilder().setSupportedFeatures(supported).build();
        Path root = Jimfs.newFileSystem(configuration).getPath("/srv");
        assertThatThrownBy(() -> FilesystemRepository.at(root)
                        .durability(Durability.UNSYNCED)
                        .open())
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("does not offer " + what)
                .hasMessageContaining("choose a directory");
    }
}
