package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.filesystem.OpenChecksums;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on the filesystem repository says about its metadata. */
class MetadataSnippetTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");

    @TempDir
    Path root;

    @Test
    void openChecksumsCanBeLeftOut() {
        // snippet:open-checksums
        FilesystemRepository repository = FilesystemRepository.at(root)
                .openChecksums(OpenChecksums.LEFT_OUT)
                .open();
        // end
        byte[] rpm = RpmBuilder.of("voms", "2.1.0", "1.el9").build();
        PackageRef voms =
                repository.intake(new ByteArrayInputStream(rpm), "voms").ref();
        repository.publish(new ChangeSet(ChangeSetId.of("first"), Stage.BETA, EL9, List.of(voms), List.of()), 0);
        assertThat(repository.directory(Stage.BETA, EL9).resolve("repodata/repomd.xml"))
                .content()
                .contains("primary.xml.gz")
                .doesNotContain("open-checksum");
    }
}
