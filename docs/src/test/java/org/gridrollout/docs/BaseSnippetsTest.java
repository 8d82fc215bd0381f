package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.filesystem.PinnedBases;
import org.gridrollout.filesystem.base.RepositorySource;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of {@code docs/rollout-filesystem.md} about base repositories. */
class BaseSnippetsTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");

    @TempDir
    Path directory;

    @Test
    void readsPinsAndAsks() {
        FilesystemRepository repository = FilesystemRepository.open(directory.resolve("repository"));
        Path mirror = mirror();
        Set<String> names = new TreeSet<>();
        // snippet:base-pin
        PinnedBases bases = repository.bases();
        BaseSnapshot candidate = bases.read(EL9, Map.of("baseos", RepositorySource.in(mirror))); // kept, not pinned
        bases.pin(candidate); // in place of the one before, which stays in bases.kept(EL9)
        // end
        // snippet:base-ask
        bases.forEachPackage(candidate, each -> names.add(each.nevra().name()));
        Map<String, Set<PackageRef>> owners = bases.owners(candidate, Set.of("/usr/share/doc/bash/README"));
        // end
        assertThat(bases.pinned(EL9)).contains(candidate);
        assertThat(names).containsExactly("bash");
        assertThat(owners).hasSize(1);
    }

    static RepositorySource epel() {
        // snippet:base-http
        RepositorySource epel = RepositorySource.at(URI.create("https://mirror.example.org/epel/9/Everything/x86_64/"));
        // end
        return epel;
    }

    /** Somebody else's repository. */
    private Path mirror() {
        FilesystemRepository theirs = FilesystemRepository.open(directory.resolve("theirs"));
        byte[] bash = RpmBuilder.of("bash", "5.1.8", "9.el9")
                .file("/usr/share/doc/bash/README", "About bash\n")
                .build();
        PackageRef taken =
                theirs.intake(new ByteArrayInputStream(bash), "bash.rpm").ref();
        theirs.publish(new ChangeSet(ChangeSetId.of("bash"), Stage.PRODUCTION, EL9, List.of(taken), List.of()), 0);
        return theirs.directory(Stage.PRODUCTION, EL9);
    }
}
