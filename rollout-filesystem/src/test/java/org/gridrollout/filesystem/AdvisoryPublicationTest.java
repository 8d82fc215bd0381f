package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.removing;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.OpenIndex;
import org.junit.jupiter.api.Test;

class AdvisoryPublicationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Pattern ENTRY = Pattern.compile(
            "<data type=\"updateinfo\">\\s*<checksum type=\"sha256\">([0-9a-f]+)<.*?href=\"([^\"]+)\".*?</data>",
            Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("<id>(.*?)</id>");

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final FilesystemRepository repository = open();

    @Test
    void aRepositoryWithoutAdvisoriesNamesNone() throws IOException {
        published(repository, adding("first", taken(repository, "voms", "1")));
        assertThat(repomd()).doesNotContain("updateinfo");
    }

    @Test
    void clientsAreToldFromTheGenerationThatBringsThePackages() throws IOException {
        published(repository, adding("first", taken(repository, "voms", "1")).telling(List.of(advisory("voms-1"))));
        assertThat(told()).containsExactly("voms-1");
        assertThat(updateinfo())
                .contains("<package name=\"voms\" epoch=\"0\" version=\"1\" release=\"1.el9\" arch=\"noarch\">");
    }

    @Test
    void whatWasToldIsToldOnWhileOneOfItsPackagesIsOffered() throws IOException {
        PackageRef server = taken(repository, "server", "1");
        PackageRef client = taken(repository, "client", "1");
        published(repository, adding("first", server, client).telling(List.of(advisory("grid-1"))));
        published(repository, adding("other", taken(repository, "other", "1")).telling(List.of(advisory("other-1"))));
        assertThat(told()).containsExactly("grid-1", "other-1");
        published(repository, removing("server", server));
        assertThat(told()).containsExactly("grid-1", "other-1");
        published(repository, removing("client", client));
        assertThat(told()).containsExactly("other-1");
    }

    @Test
    void whatOthersPublishLeavesTheSameFilesInPlace() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        PackageRef fts = taken(repository, "fts", "1");
        published(
                repository,
                adding("first", voms, fts).telling(List.of(advisory("voms-1").withPackages(voms))));
        Path index = tree().resolve(entry().group(2)).toRealPath();
        published(open(), adding("second", taken(repository, "other", "1")));
        assertSameFiles(index);
        published(open(), removing("third", fts)); // asks whom that was about, and finds nobody
        assertSameFiles(index);
        assertThat(told()).containsExactly("voms-1");
    }

    private void assertSameFiles(Path index) throws IOException {
        Path record = record(1);
        long number = repository.current(Stage.BETA, EL9).number();
        assertThat(Files.isSameFile(tree().resolve(entry().group(2)), index)).isTrue();
        assertThat(Files.isSameFile(record(number), record)).isTrue();
    }

    @Test
    void eachOfSeveralIsAboutItsOwnPackages() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        PackageRef fts = taken(repository, "fts", "1");
        published(
                repository,
                adding("both", voms, fts)
                        .telling(List.of(
                                advisory("voms-1").withPackages(voms),
                                advisory("fts-1").withPackages(fts))));
        assertThat(told()).containsExactly("fts-1", "voms-1");
        assertThat(updateinfo().split("<package ", -1)).hasSize(1 + 2);
        published(repository, removing("out", voms));
        assertThat(told()).containsExactly("fts-1");
    }

    @Test
    void theSameIsWrittenWhateverTheOrderItCameIn() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        PackageRef fts = taken(repository, "fts", "1");
        ChangeSet first = adding("first", voms).telling(List.of(advisory("voms-1")));
        ChangeSet second = adding("second", fts).telling(List.of(advisory("fts-1")));
        published(repository, first);
        published(repository, second);
        Path other = root.resolveSibling("other");
        FilesystemRepository otherwise = open(FilesystemRepository.at(other));
        taken(otherwise, "voms", "1");
        taken(otherwise, "fts", "1");
        published(otherwise, second);
        published(otherwise, first);
        assertThat(otherwise.directory(Stage.BETA, EL9).resolve(entry().group(2)))
                .hasSameBinaryContentAs(tree().resolve(entry().group(2)));
    }

    @Test
    void theLastAdvisoryLeavesWithItsPackages() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("first", voms).telling(List.of(advisory("voms-1"))));
        published(repository, change("second", List.of(taken(repository, "voms", "2")), List.of(voms)));
        assertThat(repomd()).doesNotContain("updateinfo");
        assertThat(record(2)).doesNotExist();
        published(repository, change("third", List.of(voms), List.of()).telling(List.of(advisory("voms-1"))));
        assertThat(told()).containsExactly("voms-1");
    }

    @Test
    void earlierVersionsThatStayForSitesThatPinThemKeepTheirAdvisories() throws IOException {
        FilesystemRepository keeping = open(FilesystemRepository.at(root).keepVersions(1));
        PackageRef last = taken(keeping, "voms", "1");
        published(keeping, adding("voms-1", last).telling(List.of(advisory("voms-1"))));
        for (String version : List.of("2", "3")) {
            PackageRef next = taken(keeping, "voms", version);
            published(
                    keeping,
                    change("voms-" + version, List.of(next), List.of(last))
                            .telling(List.of(advisory("voms-" + version))));
            last = next;
        }
        assertThat(told()).containsExactly("voms-2", "voms-3");
    }

    @Test
    void anotherCompressionTellsTheSame() throws IOException {
        published(repository, adding("first", taken(repository, "voms", "1")).telling(List.of(advisory("voms-1"))));
        FilesystemRepository zstd = open(FilesystemRepository.at(root).compression(Compression.ZSTD));
        published(zstd, adding("second", taken(zstd, "other", "1")));
        assertThat(entry().group(2)).endsWith("-updateinfo.xml.zst");
        assertThat(told()).containsExactly("voms-1");
    }

    @Test
    void anAdvisoryOfTheSameNameReplacesTheFirstAndKeepsItsDay() throws IOException {
        published(repository, adding("first", taken(repository, "voms", "1")).telling(List.of(advisory("voms-1"))));
        Instant later = NOON.plusSeconds(86_400);
        Advisory again = advisory("voms-1").withUpdated(later).withIssued(later).withDescription("Said better.");
        published(repository, adding("second", taken(repository, "voms", "2")).telling(List.of(again)));
        assertThat(told()).containsExactly("voms-1");
        assertThat(updateinfo())
                .contains(
                        "<issued date=\"2026-03-02 12:00:00\"/>",
                        "<updated date=\"2026-03-03 12:00:00\"/>",
                        "Said better.");
    }

    @Test
    void supersededAdvisoriesStayReadableWithTheIndexesOfTheirTime() throws IOException {
        published(repository, adding("first", taken(repository, "voms", "1")).telling(List.of(advisory("voms-1"))));
        Matcher before = entry();
        published(repository, adding("second", taken(repository, "other", "1")).telling(List.of(advisory("other-1"))));
        assertThat(digest(before.group(2))).isEqualTo(before.group(1));
    }

    @Test
    void theSameChangeSetTellsOnce() throws IOException {
        var first = adding("first", taken(repository, "voms", "1")).telling(List.of(advisory("voms-1")));
        published(repository, first);
        publish(repository, first);
        assertThat(told()).containsExactly("voms-1");
    }

    private FilesystemRepository open() {
        return open(FilesystemRepository.at(root));
    }

    private static FilesystemRepository open(FilesystemRepositoryBuilder options) {
        return options.durability(Durability.UNSYNCED).open();
    }

    private String repomd() throws IOException {
        return Files.readString(tree().resolve("repodata/repomd.xml"));
    }

    private Matcher entry() throws IOException {
        Matcher entry = ENTRY.matcher(repomd());
        assertThat(entry.find()).isTrue();
        assertThat(digest(entry.group(2))).isEqualTo(entry.group(1));
        return entry;
    }

    private String digest(String path) throws IOException {
        return Digests.of(Files.readAllBytes(tree().resolve(path))).hex();
    }

    private String updateinfo() throws IOException {
        try (InputStream in = OpenIndex.of(tree().resolve(entry().group(2)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> told() throws IOException {
        return ID.matcher(updateinfo()).results().map(each -> each.group(1)).toList();
    }

    private Path record(long generation) {
        return tree().resolve(".generations").resolve(generation + "/advisories.xml");
    }

    private Path tree() {
        return repository.directory(Stage.BETA, EL9);
    }
}
