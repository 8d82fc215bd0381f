package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say about building a package and publishing it without an engine. */
class PublishingSnippetsTest {

    @TempDir
    Path directory;

    @Test
    void aPackageIsBuiltTakenInAndPublished() {
        // snippet:testkit-rpm
        byte[] rpm = RpmBuilder.of("voms", "2.1.0", "1.el9")
                .summary("Virtual Organization Membership Service")
                .requires(Capability.of("openssl-libs", Capability.Relation.GE, "3.0"))
                .file("/etc/voms/voms.conf", "port = 15000\n")
                .changelog("Ada <ada@example.org> - 2.1.0-1", Instant.parse("2026-02-01T12:00:00Z"), "- first")
                .build();
        // end
        PackageRepository repository = FilesystemRepository.open(directory.resolve("repository"));
        assertThat(publish(repository, new ByteArrayInputStream(rpm))).isEqualTo(new Published(1));
    }

    private static PublicationResult publish(PackageRepository repository, InputStream rpmFile) {
        // snippet:filesystem-publish
        SoftwarePackage voms = repository.intake(rpmFile, "voms-2.1.0-1.el9.x86_64.rpm"); // what messages call it
        Platform el9 = Platform.parse("el9/x86_64");
        ChangeSet change = new ChangeSet(
                ChangeSetId.of("voms-2.1.0"), Stage.BETA, el9, List.of(voms.ref()), List.of()); // what comes, what goes
        PublicationResult result =
                repository.publish(change, repository.current(Stage.BETA, el9).number());
        // end
        return result;
    }
}
