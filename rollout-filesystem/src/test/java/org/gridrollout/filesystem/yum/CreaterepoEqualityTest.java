package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.filesystem.Tools;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("interop")
class CreaterepoEqualityTest {

    /** As many as somebody asks for: {@code -Dgridrollout.awkward=10000} takes two minutes. */
    private static final int AWKWARD = Integer.getInteger("gridrollout.awkward", 500);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void everyPackageOfTheCorpusIsDescribedFieldByFieldAsCreaterepoDoes(IndexKind kind) throws IOException {
        List<Path> corpus = Tools.corpus();
        Tools.require("createrepo_c");
        for (Path each : corpus) {
            Files.copy(each, directory.resolve(each.getFileName()));
        }
        assertDescribedAlike(corpus, kind);
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void awkwardPackagesAreDescribedFieldByFieldAsCreaterepoDoes(IndexKind kind) throws IOException {
        Tools.require("createrepo_c");
        AwkwardPackages awkward = new AwkwardPackages(20_260_301);
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < AWKWARD; i++) {
            made.add(awkward.next("awkward" + i).writeTo(directory));
        }
        assertDescribedAlike(made, kind);
    }

    private void assertDescribedAlike(List<Path> files, IndexKind kind) throws IOException {
        Tools.run("createrepo_c", "--quiet", "--no-database", directory.toString());
        Map<String, String> theirs =
                DeliberateDifferences.without(IndexedPackages.in(directory.resolve("repodata"), kind));
        Map<String, String> ours = new TreeMap<>();
        for (Path each : files) {
            ours.putAll(DeliberateDifferences.without(IndexedPackages.of(describe(each, kind))));
        }
        assertThat(theirs).hasSameSizeAs(files);
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((checksum, expected) -> assertThat(
                        DeliberateDifferences.archiveSizeOnlyIfKnownTo(expected, ours.get(checksum)))
                .as(checksum)
                .isEqualTo(expected));
    }

    private static byte[] describe(Path file, IndexKind kind) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = Files.readAllBytes(file);
            Fragments fragments = Fragments.render(
                    RpmReader.read(in, file.toString()),
                    Digests.of(content),
                    content.length,
                    file.getFileName().toString(),
                    file.toString());
            ByteArrayOutputStream index = new ByteArrayOutputStream();
            index.writeBytes(kind.opening(1));
            index.writeBytes(fragments.of(kind));
            index.writeBytes(kind.closing());
            return index.toByteArray();
        }
    }
}
