package org.gridrollout.filesystem.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.Durability;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.filesystem.Tools;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.Published;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every package of the corpus, published by us and by createrepo_c, is read back as its own headers describe it. */
@Tag("interop")
class CorpusReadBackTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");

    @TempDir
    Path directory;

    private final Map<Sha256, SoftwarePackage> expected = new HashMap<>();
    private final Map<String, Set<PackageRef>> owners = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz"})
    void fromWhatCreaterepoMakes(String compression) throws IOException {
        linkCorpus();
        createrepo("--compress-type=" + compression, "--general-compress-type=" + compression);
        assertThat(index()).contains("-primary.xml." + compression).contains("-filelists.xml." + compression);
        requireReadBack(directory);
    }

    /** The createrepo_c of some distributions writes no zstd: its gzip is made into that by the zstd tool. */
    @Test
    void fromWhatCreaterepoAndZstdMake() throws IOException {
        Tools.require("zstd");
        linkCorpus();
        createrepo("--compress-type=gz");
        ForeignTree tree = new ForeignTree();
        for (String type : List.of("primary", "filelists")) {
            Path gzip = only("-" + type + ".xml.gz");
            Path open = directory.resolve(type + ".xml");
            Tools.run("sh", "-c", "gzip -dc " + gzip + " > " + open + " && zstd -q -19 --long=27 " + open);
            tree.with(type, ".zst", Files.readAllBytes(directory.resolve(type + ".xml.zst")), Files.readAllBytes(open));
        }
        requireReadBack(tree.writeTo(directory.resolve("zstd")));
    }

    @Test
    void fromWhatWePublish() throws IOException {
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .open();
        List<PackageRef> packages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path each : Tools.corpus()) {
            if (!each.endsWith("2948d6ec22ca.rpm")) { // cut short
                SoftwarePackage taken =
                        repository.intake(new ByteArrayInputStream(Files.readAllBytes(each)), each.toString());
                String name = taken.nevra().toString().replaceFirst("-[0-9]+:", "-");
                if (!taken.nevra().arch().equals("src") && names.add(name)) {
                    packages.add(taken.ref());
                    expect(each);
                }
            }
        }
        ChangeSet change = new ChangeSet(ChangeSetId.of("corpus"), Stage.BETA, EL9, packages, List.of());
        assertThat(repository.publish(change, 0)).isEqualTo(new PublicationResult.Published(1));
        requireReadBack(repository.directory(Stage.BETA, EL9));
    }

    private void requireReadBack(Path tree) {
        ForeignRepository repository = ForeignRepository.open(RepositorySource.in(tree));
        Map<Sha256, SoftwarePackage> read = new LinkedHashMap<>();
        repository.forEachPackage(each -> read.put(each.sha256(), each));
        assertThat(read).hasSizeGreaterThan(90).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(repository.owners(owners.keySet())).isEqualTo(owners);
    }

    private void linkCorpus() throws IOException {
        Tools.require("createrepo_c");
        for (Path each : Tools.corpus()) {
            Files.copy(each, directory.resolve(each.getFileName()));
            expect(each);
        }
    }

    private void expect(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        RpmMetadata rpm = RpmReader.read(new ByteArrayInputStream(content), file.toString());
        if (!rpm.source()) {
            SoftwarePackage view = Published.view(rpm, Digests.of(content), content.length);
            expected.put(view.sha256(), view);
            for (RpmMetadata.FileEntry each : rpm.files()) {
                owners.computeIfAbsent(each.path(), key -> new HashSet<>()).add(view.ref());
            }
        }
    }

    private void createrepo(String... options) {
        List<String> command = new ArrayList<>(List.of("createrepo_c", "--quiet", "--no-database"));
        command.addAll(List.of(options));
        command.add(directory.toString());
        Tools.run(command.toArray(String[]::new));
    }

    private String index() throws IOException {
        return Files.readString(directory.resolve("repodata/repomd.xml"));
    }

    private Path only(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("repodata"))) {
            return files.filter(each -> each.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
