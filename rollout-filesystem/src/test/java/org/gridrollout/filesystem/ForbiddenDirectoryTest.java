package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that this process may not write to. Nothing is forbidden to root, so that skips. */
class ForbiddenDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void isNamedAndServedOnAndPublishedToWhenItIsAllowedAgain() throws IOException {
        FilesystemRepository repository = FilesystemRepository.open(directory);
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
        ChangeSet next = adding("two", taken(repository, "fts", "1"));
        Path tree = repository.directory(Stage.BETA, EL9);
        Files.setPosixFilePermissions(tree.resolve(".generations"), PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(tree.resolve(".generations")), "nothing is forbidden to root");
        assertThatThrownBy(() -> publish(repository, next))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("no permission for " + tree.resolve(".generations"))
                .hasMessageContaining("What was published is served on");
        assertThat(ServedTree.wholePackages(tree)).containsExactly(voms.sha256().hex());
        Files.setPosixFilePermissions(tree.resolve(".generations"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(publish(repository, next)).isEqualTo(new Published(2));
    }
}
