package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.OpenIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenChecksumsTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void areStatedUnlessTheyAreLeftOut(IndexKind kind) throws IOException {
        publishOne("stated", OpenChecksums.STATED);
        assertThat(entry(kind)).contains("<open-checksum type=", "<open-size>");
        publishOne("left-out", OpenChecksums.LEFT_OUT);
        assertThat(entry(kind)).doesNotContain("<open-checksum").contains("<open-size>");
        publishOne("again", OpenChecksums.STATED);
        assertThat(entry(kind)).contains("<open-checksum type=", "<open-size>");
    }

    @Test
    void areNotMissedByAVerification() {
        FilesystemRepository repository = publishOne("left-out", OpenChecksums.LEFT_OUT);
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void areNotNeededForTheOpenSize(IndexKind kind) throws IOException {
        FilesystemRepository repository = publishOne("left-out", OpenChecksums.LEFT_OUT);
        Path repodata = repository.directory(Stage.BETA, EL9).resolve("repodata");
        byte[] open;
        try (InputStream in = OpenIndex.of(repodata.resolve(ServedTree.indexNamed(repodata, kind.type())))) {
            open = in.readAllBytes();
        }
        assertThat(entry(kind)).contains("<open-size>" + open.length + "</open-size>");
    }

    private FilesystemRepository publishOne(String name, OpenChecksums openChecksums) {
        FilesystemRepository repository = open(openChecksums);
        published(repository, adding(name, taken(repository, name, "1")));
        return repository;
    }

    private FilesystemRepository open(OpenChecksums openChecksums) {
        return FilesystemRepository.at(root).openChecksums(openChecksums).open();
    }

    private String entry(IndexKind kind) throws IOException {
        Path directory = FilesystemRepository.open(root).directory(Stage.BETA, EL9);
        String repomd = Files.readString(directory.resolve("repodata/repomd.xml"));
        return Pattern.compile("<data type=\"" + kind.type() + "\">.*?</data>", Pattern.DOTALL)
                .matcher(repomd)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }
}
