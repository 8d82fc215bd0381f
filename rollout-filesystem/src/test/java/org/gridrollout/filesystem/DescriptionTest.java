package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository says of itself besides its packages. */
class DescriptionTest {

    private static final String COMPS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE comps PUBLIC "-//Red Hat, Inc.//DTD Comps info//EN" "comps.dtd">
            <comps><group><id>grid</id><name>Grid middleware</name><packagelist>
            <packagereq type="mandatory">voms</packagereq></packagelist></group></comps>
            """;

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final Path comps = root.resolveSibling("comps.xml");

    private FilesystemRepositoryBuilder repository() {
        return FilesystemRepository.at(root).durability(Durability.UNSYNCED);
    }

    private String repomd() throws IOException {
        return Files.readString(root.resolve("beta/el9/x86_64/repodata/repomd.xml"));
    }

    @Test
    void tagsAreWordsAndDistributions() throws IOException {
        FilesystemRepository tagged = repository()
                .contentTag("binary-x86_64")
                .distroTag("cpe:/o:almalinux:almalinux:9", "Alma <9>")
                .distroTag("", "Scientific")
                .open();
        published(tagged, adding("first", taken(tagged, "voms", "1")));
        assertThat(repomd())
                .contains("<tags>\n    <content>binary-x86_64</content>\n"
                        + "    <distro cpeid=\"cpe:/o:almalinux:almalinux:9\">Alma &lt;9&gt;</distro>\n"
                        + "    <distro>Scientific</distro>\n  </tags>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0001b", "\uFFFE"})
    void tagsAreWordsThatXmlCanCarry(String word) {
        FilesystemRepositoryBuilder untagged = repository();
        assertThatThrownBy(() -> untagged.contentTag(word)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> untagged.distroTag("", word)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void withoutTagsThereIsNoElementForThem() throws IOException {
        FilesystemRepository plain = repository().open();
        published(plain, adding("first", taken(plain, "voms", "1")));
        assertThat(repomd()).doesNotContain("tags");
    }

    @Test
    void theRevisionMayBeTheGeneration() throws IOException {
        FilesystemRepository counted =
                repository().revisions(RevisionScheme.GENERATION).open();
        published(counted, adding("first", taken(counted, "voms", "1")));
        assertThat(repomd()).contains("<revision>1</revision>");
        published(counted, adding("second", taken(counted, "fts", "1")));
        assertThat(repomd()).contains("<revision>2</revision>");
    }

    @Test
    void theRevisionRisesUnderWhicheverScheme() throws IOException {
        FilesystemRepository timed = repository().open();
        published(timed, adding("first", taken(timed, "voms", "1")));
        long first = revision();
        FilesystemRepository counted =
                repository().revisions(RevisionScheme.GENERATION).open();
        published(counted, adding("second", taken(counted, "fts", "1")));
        assertThat(revision()).isEqualTo(first + 1);
    }

    private long revision() throws IOException {
        Matcher matcher = Pattern.compile("<revision>([0-9]+)</revision>").matcher(repomd());
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GZIP", "ZSTD"})
    void groupsAreOfferedPlainAndCompressedInEveryGeneration(String compression) throws IOException {
        Files.createDirectories(root);
        Files.writeString(comps, COMPS);
        FilesystemRepository grouped = repository()
                .compression(Compression.valueOf(compression))
                .groups(Stage.BETA, EL9, comps)
                .open();
        String suffix = compression.equals("GZIP") ? "gz" : "zst";
        for (String each : new String[] {"voms", "fts"}) {
            published(grouped, adding(each, taken(grouped, each, "1")));
            String plain = named("group");
            assertThat(root.resolve("beta/el9/x86_64").resolve(plain)).hasContent(COMPS);
            assertThat(plain).endsWith(Digests.of(COMPS.getBytes(StandardCharsets.UTF_8)) + "-comps.xml");
            assertThat(named("group_" + suffix)).endsWith("-comps.xml." + suffix);
            ServedTree.wholePackages(root.resolve("beta/el9/x86_64"));
        }
    }

    @Test
    void groupsOfOneTreeAreNotThoseOfAnother() throws IOException {
        Files.createDirectories(root);
        Files.writeString(comps, COMPS);
        FilesystemRepository grouped =
                repository().groups(Stage.PRODUCTION, EL9, comps).open();
        published(grouped, adding("first", taken(grouped, "voms", "1")));
        assertThat(repomd()).doesNotContain("group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<comps>", "<packages/>", "not xml"})
    void groupsThatNoClientCouldReadAreNotPublished(String content) throws IOException {
        Files.createDirectories(root);
        FilesystemRepository grouped =
                repository().groups(Stage.BETA, EL9, comps).open();
        Files.writeString(comps, content);
        assertThatThrownBy(() -> publish(grouped, adding("first", taken(grouped, "voms", "1"))))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("comps.xml cannot be offered");
        assertThat(offered(grouped)).isEmpty();
    }

    @Test
    void groupsThatAreGoneStopThePublication() {
        FilesystemRepository grouped =
                repository().groups(Stage.BETA, EL9, comps).open();
        assertThatThrownBy(() -> publish(grouped, adding("first", taken(grouped, "voms", "1"))))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("comps.xml");
    }

    private String named(String type) throws IOException {
        Matcher matcher = Pattern.compile("<data type=\"" + type + "\">.*?href=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(repomd());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
