package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.removing;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final FilesystemRepository repository = open();
    private final Path tree = repository.directory(Stage.BETA, EL9);

    private FilesystemRepository open() {
        return FilesystemRepository.at(root)
                .durability(Durability.UNSYNCED)
                .metadataGrace(Duration.ofDays(7))
                .clock(() -> now)
                .open();
    }

    @Test
    void offersAWholeRepositoryUnderStageAndPlatform() {
        PackageRef voms = taken(repository, "voms", "2.1.0");
        PackageRef fts = taken(repository, "fts", "3.12");
        published(repository, adding("one", voms, fts));
        assertThat(tree.toString()).isEqualTo("/srv/repository/beta/el9/x86_64");
        assertThat(ServedTree.wholePackages(tree))
                .containsExactlyInAnyOrder(voms.sha256().hex(), fts.sha256().hex());
    }

    @Test
    void linksPackagesToThePoolInsteadOfCopyingThem() throws IOException {
        PackageRef voms = taken(repository, "voms", "2.1.0");
        published(repository, adding("one", voms));
        Path published = tree.resolve("Packages/v/voms-2.1.0-1.el9.noarch.rpm");
        String digest = voms.sha256().hex();
        Path pooled = root.resolve("pool/sha256/" + digest.substring(0, 2) + "/" + digest + ".rpm");
        assertThat(Files.isSameFile(published, pooled)).isTrue();
    }

    @Test
    void makesAGenerationCurrentByOneRelativeLink() throws IOException {
        published(repository, adding("one", taken(repository, "voms", "1")));
        assertThat(Files.readSymbolicLink(tree.resolve(".generations/current"))).hasToString("1");
        published(repository, adding("two", taken(repository, "fts", "1")));
        assertThat(Files.readSymbolicLink(tree.resolve(".generations/current"))).hasToString("2");
    }

    @Test
    void namesIndexesByTheirChecksum() throws IOException {
        published(repository, adding("one", taken(repository, "voms", "1")));
        assertThat(ServedTree.requireIndexes(tree))
                .allMatch(name -> name.matches("repodata/[0-9a-f]{64}-(primary|filelists|other)\\.xml\\.gz"));
    }

    @Test
    void keepsMetadataThatClientsHaveReadForTheGracePeriod() {
        List<byte[]> repomds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            published(repository, adding("change-" + i, taken(repository, "voms", "1." + i)));
            repomds.add(ServedTree.read(tree.resolve("repodata/repomd.xml")));
            now = now.plus(Duration.ofDays(2));
        }
        repomds.forEach(each -> ServedTree.requireIndexes(tree, each));
    }

    @Test
    void keepsMetadataNoLongerThanTheGracePeriodIfGarbageIsCollected() {
        published(repository, adding("one", taken(repository, "voms", "1")));
        Set<String> first = ServedTree.requireIndexes(tree);
        published(repository, adding("two", taken(repository, "voms", "2")));
        now = now.plus(Duration.ofDays(7));
        published(repository, adding("three", taken(repository, "voms", "3")));
        repository.collectGarbage(Set.of());
        assertThat(first).noneMatch(each -> Files.exists(tree.resolve(each)));
    }

    @Test
    void keepsTheFilesOfPackagesTakenOutOfTheIndex() {
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
        published(repository, removing("two", voms));
        assertThat(ServedTree.wholePackages(tree)).isEmpty();
        assertThat(tree.resolve("Packages/v/voms-1-1.el9.noarch.rpm")).exists();
    }

    @Test
    void remembersWhenPackagesAndMetadataWereSuperseded() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
        now = now.plusSeconds(60);
        published(repository, removing("two", voms));
        Manifest manifest = new Generations().current(new Tree(repository.root(), Stage.BETA, EL9));
        assertThat(manifest.withdrawn())
                .containsExactly(new Manifest.Withdrawn("Packages/v/voms-1-1.el9.noarch.rpm", voms.sha256(), 2, now));
        assertThat(Superseded.before(manifest, new Tree(repository.root(), Stage.BETA, EL9)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.number()).isEqualTo(1);
                    assertThat(each.at()).isEqualTo(now);
                    assertThat(each.indexFiles().orElseThrow()).hasSize(3);
                });
    }

    @Test
    void offersAPackageAgainThatWasTakenOut() {
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
        published(repository, removing("two", voms));
        published(repository, adding("three", voms));
        assertThat(ServedTree.wholePackages(tree)).containsExactly(voms.sha256().hex());
    }

    @Test
    void refusesOtherContentUnderANameThatClientsMayStillHold() {
        PackageRef first = taken(repository, rpm("voms", "1").summary("First build"));
        PackageRef second = taken(repository, rpm("voms", "1").summary("Second build"));
        published(repository, adding("one", first));
        assertRefused(publish(repository, adding("two", second)), "raise its release");
        assertRefused(publish(repository, change("three", List.of(second), List.of(first))), "raise its release");
        published(repository, removing("four", first));
        assertRefused(publish(repository, adding("five", second)), "raise its release");
        assertThat(offered(repository)).isEmpty();
    }

    @Test
    void refusesAVersionThatDiffersInItsEpochOnlySinceTheFileNameIsTaken() {
        published(repository, adding("one", taken(repository, "voms", "1")));
        Nevra nevra = new Nevra("voms", new Evr(1, "1", "1.el9"), "noarch");
        assertRefused(
                publish(repository, adding("two", taken(repository, RpmBuilder.of(nevra)))), "voms-1:1-1.el9.noarch");
    }

    @Test
    void overwritesNoFileThatSomeoneElsePutIntoTheTree() throws IOException {
        published(repository, adding("one", taken(repository, "voms", "1")));
        Path foreign = Files.writeString(tree.resolve("Packages/v/voms-2-1.el9.noarch.rpm"), "mine");
        PackageRef voms = taken(repository, "voms", "2");
        assertThatThrownBy(() -> publish(repository, adding("two", voms)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("is in the way");
        assertThat(foreign).hasContent("mine");
        assertThat(ServedTree.wholePackages(tree)).hasSize(1);
    }

    @Test
    void recognisesATreeThatLostItsHardLinks() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
        published(repository, removing("two", voms));
        Path file = tree.resolve("Packages/v/voms-1-1.el9.noarch.rpm");
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, content);
        published(repository, adding("three", voms));
        assertThat(ServedTree.wholePackages(tree)).hasSize(1);
    }

    @Test
    void refusesALinkThatSomeoneElseMade() throws IOException {
        Files.createDirectories(tree.resolve(".generations/current"));
        assertThatThrownBy(() -> repository.current(Stage.BETA, EL9))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("not a symbolic link");
    }

    @Test
    void losesNothingWhereTheLinkWasLost() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
        published(repository, adding("two", taken(repository, "fts", "1")));
        Set<String> indexes = ServedTree.requireIndexes(tree);
        Path link = tree.resolve(".generations/current");
        Files.delete(link);
        assertThatThrownBy(() -> repository.current(Stage.BETA, EL9)).hasMessageContaining("make it again: ln -s 2 ");
        assertThatThrownBy(() -> publish(repository, adding("one", voms)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("make it again: ln -s 2 ");
        Files.createSymbolicLink(link, link.getFileSystem().getPath("2"));
        assertThat(ServedTree.requireIndexes(tree)).isEqualTo(indexes);
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
        assertThat(publish(repository, adding("one", voms))).isEqualTo(new AlreadyPublished(1));
    }

    @Test
    void touchesNoRepositoryThatSomeoneElsePutThere() throws IOException {
        Path repomd = Files.createDirectories(tree.resolve("repodata")).resolve("repomd.xml");
        Files.writeString(repomd, "theirs");
        PackageRef voms = taken(repository, "voms", "1");
        assertThatThrownBy(() -> publish(repository, adding("one", voms)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(repomd + " is in the way");
        assertThat(repomd).hasContent("theirs");
        Files.move(repomd.getParent(), tree.resolve("theirs"));
        published(repository, adding("one", voms));
        assertThat(ServedTree.wholePackages(tree)).hasSize(1);
    }

    @Test
    void writesIntoNoDirectoryThatItsOwnIsALinkTo() throws IOException {
        Path elsewhere = Files.createDirectories(tree.resolve("elsewhere"));
        Files.createSymbolicLink(tree.resolve("repodata"), elsewhere);
        PackageRef voms = taken(repository, "voms", "1");
        assertThatThrownBy(() -> publish(repository, adding("one", voms)))
                .hasMessageContaining(tree.resolve("repodata") + " is in the way");
        assertThat(Trees.entries(elsewhere)).isEmpty();
        Files.delete(tree.resolve("repodata"));
        published(repository, adding("one", voms));
        Files.move(tree.resolve("repodata"), tree.resolve("moved"));
        Files.createSymbolicLink(tree.resolve("repodata"), elsewhere);
        assertThatThrownBy(() -> publish(repository, adding("two", voms)))
                .hasMessageContaining(tree.resolve("repodata") + " is in the way");
        assertThat(Trees.entries(elsewhere)).isEmpty();
    }

    @Test
    void takesNothingAwayOfATreeWhoseRepodataIsALink() throws IOException {
        Path first = Files.createDirectories(tree.resolve(".generations/1/repodata"));
        Files.createSymbolicLink(tree.resolve("repodata"), first);
        PackageRef voms = taken(repository, "voms", "1");
        assertThatThrownBy(() -> publish(repository, adding("one", voms))).hasMessageContaining("move it away");
        assertThatThrownBy(() -> repository.collectGarbage(Set.of())).hasMessageContaining("move it away");
        assertThat(first).exists();
    }

    @Test
    void raisesTheRevisionEvenWhenTheClockStandsStill() {
        long last = 0;
        for (int i = 0; i < 3; i++) {
            published(repository, adding("change-" + i, taken(repository, "voms", "1." + i)));
            long revision = revision();
            assertThat(revision).isGreaterThan(last);
            last = revision;
        }
    }

    @Test
    void knowsChangeSetsOfAllGenerationsAfterReopening() {
        for (int i = 1; i <= 3; i++) {
            published(repository, adding("change-" + i, taken(repository, "voms", "1." + i)));
        }
        FilesystemRepository reopened = open();
        for (int i = 1; i <= 3; i++) {
            assertThat(publish(reopened, adding("change-" + i, taken(reopened, "fts", "1"))))
                    .isEqualTo(new PublicationResult.AlreadyPublished(i));
        }
    }

    @Test
    void tellsApartChangeSetsThatDifferInCaseOnly() {
        published(repository, adding("voms-a", taken(repository, "voms", "1")));
        published(repository, adding("voms-b", taken(repository, "voms", "2")));
        assertThat(publish(repository, adding("VOMS-A", taken(repository, "voms", "3"))))
                .isEqualTo(new Published(3));
    }

    private long revision() {
        String repomd = new String(ServedTree.read(tree.resolve("repodata/repomd.xml")), StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("<revision>([0-9]+)</revision>").matcher(repomd);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static void assertRefused(PublicationResult result, String reason) {
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).reasons()).singleElement().asString().contains(reason);
    }
}
