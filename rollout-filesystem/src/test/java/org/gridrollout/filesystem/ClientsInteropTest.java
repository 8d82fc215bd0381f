package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.yum.DeliberateDifferences;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexedPackages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other people's clients on what we publish. */
@Tag("interop")
class ClientsInteropTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Stage.class)
    void dnfListsResolvesAndInstalls(Stage stage) throws IOException {
        Tools.require("dnf", "rpm");
        FilesystemRepository repository = open();
        PackageRef server =
                taken(repository, rpm("voms-server", "2.1.0").requires(Capability.of("voms-api", Relation.GE, "2.1")));
        PackageRef api = taken(
                repository, rpm("voms-api-java", "3.3").provides(Capability.of("voms-api", Relation.EQ, "2.1.4")));
        publish(repository, stage, 0, List.of(server, api), List.of());
        Dnf dnf = new Dnf(directory.resolve("client"), repository.directory(stage, EL9));

        assertThat(dnf.run("repoquery").lines())
                .containsExactly("voms-api-java-0:3.3-1.el9.noarch", "voms-server-0:2.1.0-1.el9.noarch");
        assertThat(dnf.run("repoquery", "--list", "voms-server").lines())
                .contains("/usr/bin/voms-server", "/usr/share/doc/voms-server/README");
        dnf.run("install", "-y", "voms-server");
        assertThat(dnf.installed()).containsExactly("voms-api-java-3.3-1.el9.noarch", "voms-server-2.1.0-1.el9.noarch");
        assertThat(directory.resolve("client/root/usr/bin/voms-server")).isExecutable();
    }

    @Test
    void dnfUpdatesToTheNextGeneration() throws IOException {
        Tools.require("dnf", "rpm");
        FilesystemRepository repository = open();
        PackageRef old = taken(repository, "voms", "2.1.0");
        publish(repository, Stage.PRODUCTION, 0, List.of(old), List.of());
        Dnf dnf = new Dnf(directory.resolve("client"), repository.directory(Stage.PRODUCTION, EL9));
        dnf.run("install", "-y", "voms");
        publish(repository, Stage.PRODUCTION, 1, List.of(taken(repository, "voms", "2.1.1")), List.of(old));
        dnf.run("upgrade", "-y", "--refresh");
        assertThat(dnf.installed()).containsExactly("voms-2.1.1-1.el9.noarch");
    }

    @Test
    void dnfReadsARepositoryWithoutPackages() throws IOException {
        Tools.require("dnf");
        FilesystemRepository repository = open();
        PackageRef voms = taken(repository, "voms", "1");
        publish(repository, Stage.BETA, 0, List.of(voms), List.of());
        publish(repository, Stage.BETA, 1, List.of(), List.of(voms));
        Dnf dnf = new Dnf(directory.resolve("client"), repository.directory(Stage.BETA, EL9));
        assertThat(dnf.run("repoquery")).isBlank();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void dnfReadsARepositoryOfManyMembers(Compression compression) throws IOException {
        Tools.require("dnf");
        Dnf dnf = new Dnf(directory.resolve("client"), treeOfManyMembers(compression));
        assertThat(dnf.run("repoquery").lines()).hasSize(400);
        assertThat(dnf.run("repoquery", "--list", "package399").lines()).contains("/usr/bin/package399");
        assertThat(dnf.run("repoquery", "--changelogs", "package7")).contains("Ada");
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void libsolvReadsARepositoryOfManyMembers(Compression compression) throws IOException {
        Tools.require("rpmmd2solv", "dumpsolv", "sh");
        Path repodata = treeOfManyMembers(compression).resolve("repodata");
        String primary = ServedTree.indexNamed(repodata, "primary");
        String unpack = compression == Compression.GZIP ? "zcat" : "zstdcat";
        Tools.require(unpack);
        String dump = Tools.run("sh", "-c", unpack + " " + repodata.resolve(primary) + " | rpmmd2solv | dumpsolv");
        assertThat(dump).contains("400 solvables", "package399");
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void dnfFindsARepositoryOfManyMembersClosed(Compression compression) throws IOException {
        Tools.require("dnf");
        Dnf.requirePlugin("repoclosure");
        assertThat(new Dnf(directory.resolve("client"), treeOfManyMembers(compression)).run("repoclosure"))
                .isBlank();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void dnfListsTheGroupsThatWereGiven(Compression compression) throws IOException {
        Tools.require("dnf");
        Path comps = Files.writeString(
                directory.resolve("comps.xml"),
                "<comps><group><id>grid</id><name>Grid middleware</name><uservisible>true</uservisible><packagelist>"
                        + "<packagereq type=\"mandatory\">voms</packagereq></packagelist></group></comps>");
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve("repository"))
                .compression(compression)
                .groups(Stage.BETA, EL9, comps)
                .open();
        publish(repository, Stage.BETA, 0, List.of(taken(repository, "voms", "1")), List.of());
        Dnf dnf = new Dnf(directory.resolve("client"), repository.directory(Stage.BETA, EL9));
        assertThat(dnf.run("group", "list")).contains("Grid middleware");
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void dnfAndCreaterepoMissNoOpenChecksums(Compression compression) throws IOException {
        Tools.require("dnf", "createrepo_c", "mergerepo_c");
        Path tree = treeOfManyMembers(compression, OpenChecksums.LEFT_OUT);
        assertThat(tree.resolve("repodata/repomd.xml")).content().doesNotContain("open-checksum");
        Dnf dnf = new Dnf(directory.resolve("client"), tree);
        assertThat(dnf.run("repoquery").lines()).hasSize(400);
        dnf.run("install", "-y", "--downloadonly", "package399");
        if (compression == Compression.GZIP) { // createrepo_c 0.17 reads no rows of zstd frames
            Path merged = directory.resolve("merged");
            Tools.run(
                    "mergerepo_c",
                    "--omit-baseurl",
                    "--no-database",
                    "--outputdir=" + merged,
                    "--repo=" + tree,
                    "--repo=" + tree);
            assertThat(IndexedPackages.in(merged.resolve("repodata"), IndexKind.PRIMARY))
                    .hasSize(400);
        }
    }

    private Path treeOfManyMembers(Compression compression) {
        return treeOfManyMembers(compression, OpenChecksums.STATED);
    }

    private Path treeOfManyMembers(Compression compression, OpenChecksums openChecksums) {
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve("repository"))
                .compression(compression)
                .openChecksums(openChecksums)
                .open();
        List<PackageRef> packages = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Capability next = Capability.of("package" + (i + 1) % 400);
            packages.add(taken(
                    repository,
                    rpm("package" + i, "1")
                            .requires(next, Capability.of("/usr/bin/package7"))
                            .changelog("Ada <ada@example.org> - 1-1", Instant.parse("2026-01-12T12:00:00Z"), "- new")));
        }
        publish(repository, Stage.BETA, 0, packages.subList(0, 300), List.of());
        publish(repository, Stage.BETA, 1, packages.subList(300, 400), List.of());
        return repository.directory(Stage.BETA, EL9);
    }

    @Test
    void createrepoParsesEverythingAndWritesTheSameAgain() throws IOException {
        Tools.require("createrepo_c", "mergerepo_c");
        FilesystemRepository repository = open();
        publishCorpus(repository);
        Path tree = repository.directory(Stage.BETA, EL9);
        Path merged = directory.resolve("merged");
        // reads all three indexes with createrepo_c's parser; --all keeps every version
        Tools.run(
                "mergerepo_c",
                "--all",
                "--omit-baseurl",
                "--no-database",
                "--outputdir=" + merged,
                "--repo=" + tree,
                "--repo=" + tree);
        for (IndexKind kind : IndexKind.values()) {
            Map<String, String> ours = IndexedPackages.in(tree.resolve("repodata"), kind);
            Map<String, String> theirs = IndexedPackages.in(merged.resolve("repodata"), kind);
            assertThat(theirs.keySet()).isEqualTo(ours.keySet());
            if (kind == IndexKind.FILELISTS) {
                assertThat(theirs).isEqualTo(ours);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void aPublishedTreeIsIndexedAsCreaterepoIndexesIt(IndexKind kind) throws IOException {
        Tools.require("createrepo_c");
        FilesystemRepository repository = open();
        publishCorpus(repository);
        Path tree = repository.directory(Stage.BETA, EL9);
        Path theirDirectory = directory.resolve("theirs");
        Files.createDirectories(theirDirectory);
        Tools.run("createrepo_c", "--quiet", "--no-database", "--outputdir=" + theirDirectory, tree.toString());
        Map<String, String> theirs =
                DeliberateDifferences.without(IndexedPackages.in(theirDirectory.resolve("repodata"), kind));
        Map<String, String> ours = DeliberateDifferences.without(IndexedPackages.in(tree.resolve("repodata"), kind));
        assertThat(ours.keySet())
                .isEqualTo(theirs.keySet())
                .hasSize(offered(repository).size());
        theirs.forEach((checksum, expected) -> assertThat(
                        DeliberateDifferences.archiveSizeOnlyIfKnownTo(expected, ours.get(checksum)))
                .isEqualTo(expected));
    }

    /** A signed package without its payload; {@code rpmkeys --checksig} says BAD as well. */
    static final String WITHOUT_PAYLOAD = "2948d6ec22ca.rpm";

    /** Of packages with one name but different content, the first only, as everywhere. */
    private static void publishCorpus(FilesystemRepository repository) throws IOException {
        List<PackageRef> packages = new ArrayList<>();
        Set<String> locations = new HashSet<>();
        for (Path each : Tools.corpus()) {
            if (each.endsWith(WITHOUT_PAYLOAD)) {
                continue;
            }
            try (InputStream in = Files.newInputStream(each)) {
                PackageRef ref = repository.intake(in, each.toString()).ref();
                if (locations.add(PackageLocation.of(ref.nevra()))) {
                    packages.add(ref);
                }
            }
        }
        publish(repository, Stage.BETA, 0, packages, List.of());
        assertThat(packages).hasSizeGreaterThan(100);
    }

    private FilesystemRepository open() {
        return FilesystemRepository.open(directory.resolve("repository"));
    }

    private static void publish(
            FilesystemRepository repository,
            Stage stage,
            long expected,
            List<PackageRef> add,
            List<PackageRef> remove) {
        ChangeSet change = new ChangeSet(ChangeSetId.of("change-" + expected), stage, EL9, add, remove);
        assertThat(repository.publish(change, expected)).isEqualTo(new Published(expected + 1));
    }
}
