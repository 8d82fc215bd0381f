package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.AdvisoryBuilder;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.rpm.RpmBuilder;

/** Short words for what most tests here do with a repository. */
final class Site {

    static final Platform EL9 = Platform.parse("el9/x86_64");

    private Site() {}

    /** The repository on a disk in memory. */
    static FilesystemRepository open(FaultyDisk disk) {
        return FilesystemRepository.at(disk.path("/srv/repository"))
                .executor(Runnable::run)
                .open();
    }

    /** Where the pool of a repository has that package's content. */
    static Path pooled(Path root, PackageRef ref) {
        String hex = ref.sha256().hex();
        return root.resolve("pool/sha256/" + hex.substring(0, 2) + "/" + hex + ".rpm");
    }

    static RpmBuilder rpm(String name, String version) {
        return RpmBuilder.of(name, version, "1.el9")
                .file("/usr/bin/" + name, "#!/bin/sh\n", 0755)
                .file("/usr/share/doc/" + name + "/README", "About " + name + "\n");
    }

    static PackageRef taken(PackageRepository repository, RpmBuilder rpm) {
        return repository
                .intake(new ByteArrayInputStream(rpm.build()), rpm.fileName())
                .ref();
    }

    static PackageRef taken(PackageRepository repository, String name, String version) {
        return taken(repository, rpm(name, version));
    }

    static ChangeSet change(String id, List<PackageRef> add, List<PackageRef> remove) {
        return new ChangeSet(ChangeSetId.of(id), Stage.BETA, EL9, add, remove);
    }

    static ChangeSet adding(String id, PackageRef... add) {
        return change(id, List.of(add), List.of());
    }

    static ChangeSet removing(String id, PackageRef... remove) {
        return change(id, List.of(), List.of(remove));
    }

    /** One about everything that its change set adds. */
    static Advisory advisory(String id) {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        return new AdvisoryBuilder()
                .id(id)
                .kind(Purpose.Kind.SECURITY)
                .severity(Advisory.Severity.CRITICAL)
                .title("Title of " + id)
                .description("Mends it.")
                .issued(noon)
                .updated(noon)
                .addReferences(Reference.cve("CVE-2026-1234"))
                .afterwards(Purpose.Afterwards.NOTHING)
                .build();
    }

    static PublicationResult publish(PackageRepository repository, ChangeSet change) {
        return repository.publish(
                change, repository.current(change.stage(), change.platform()).number());
    }

    static void published(PackageRepository repository, ChangeSet change) {
        assertThat(publish(repository, change)).isInstanceOf(Published.class);
    }

    static List<PackageRef> offered(PackageRepository repository) {
        return repository.current(Stage.BETA, EL9).packages();
    }
}
