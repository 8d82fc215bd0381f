package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.DamagedSite.files;
import static org.gridrollout.filesystem.DamagedSite.spoil;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.removing;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.ImportReport;
import org.gridrollout.filesystem.upkeep.OnRefusal;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;

/** The name of a package file that was offered, taken out and collected. */
class OfferedNamesTest {

    private static final Duration GRACE = Duration.ofDays(7);

    private static final String FIRST = "Packages/v/voms-1-1.el9.noarch.rpm";

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final FilesystemRepository repository = FilesystemRepository.at(root)
            .durability(Durability.UNSYNCED)
            .metadataGrace(GRACE)
            .clock(() -> now)
            .open();
    private final Path tree = repository.directory(Stage.BETA, EL9);
    private int changes;

    /** Offers a version in place of the one before; long after that, what is not needed any more is collected. */
    private void replaceAndCollect(int version) {
        List<PackageRef> former = version == 1 ? List.of() : List.of(voms(version - 1));
        published(repository, change("voms-" + version, List.of(voms(version)), former));
        now = now.plus(GRACE);
        repository.collectGarbage(Set.of());
    }

    private void publishSomethingElse() {
        changes++;
        published(repository, adding("other-" + changes, taken(repository, "other" + changes, "1")));
    }

    private PackageRef voms(int version) {
        return taken(repository, "voms", Integer.toString(version));
    }

    private static RpmBuilder builtAgain() {
        return rpm("voms", "1").summary("Built again");
    }

    private List<Manifest.Withdrawn> withdrawn() throws IOException {
        return new Generations().current(new Tree(root, Stage.BETA, EL9)).withdrawn();
    }

    private void collectTheFirst() {
        replaceAndCollect(1);
        replaceAndCollect(2);
        publishSomethingElse();
    }

    @Test
    void isSaidByManifestsWhileItsFileIsThere() throws IOException {
        replaceAndCollect(1);
        published(repository, change("voms-2", List.of(voms(2)), List.of(voms(1))));
        now = now.plus(GRACE);
        publishSomethingElse();
        assertThat(withdrawn()).hasSize(1);
    }

    @Test
    void isSaidByNoManifestAfterThat() throws IOException {
        collectTheFirst();
        assertThat(withdrawn()).isEmpty();
    }

    @Test
    void makesNoManifestLongerHoweverManyThereWere() throws IOException {
        for (int version = 1; version <= 30; version++) {
            replaceAndCollect(version);
            assertThat(withdrawn()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(files(tree.resolve(".names"))).hasSize(28);
    }

    @Test
    void isRecordedForSomeAtATimeHoweverManyWereCollectedAtOnce() throws IOException {
        List<PackageRef> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(taken(repository, "many" + i, "1"));
        }
        published(repository, change("many", many, List.of()));
        published(repository, change("none", List.of(), many));
        now = now.plus(GRACE);
        repository.collectGarbage(Set.of());
        for (int left : List.of(12, 4, 0)) {
            publishSomethingElse();
            assertThat(withdrawn()).hasSize(left);
        }
        assertThat(files(tree.resolve(".names"))).hasSize(20);
    }

    @Test
    void makesNoManifestLongerHoweverManyEachPublicationTakesOut() throws IOException {
        List<PackageRef> former = List.of();
        for (int version = 1; version <= 8; version++) {
            List<PackageRef> next = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                next.add(taken(repository, "many" + i, Integer.toString(version)));
            }
            published(repository, change("many-" + version, next, former));
            former = next;
            now = now.plus(GRACE);
            repository.collectGarbage(Set.of());
            assertThat(withdrawn()).hasSizeLessThanOrEqualTo(40);
        }
    }

    @Test
    void isRecordedThoughAnOlderFileStays() throws IOException {
        replaceAndCollect(1);
        published(repository, change("voms-2", List.of(voms(2)), List.of(voms(1))));
        Files.delete(tree.resolve(FIRST));
        Files.writeString(tree.resolve(FIRST), "mine");
        now = now.plus(GRACE);
        replaceAndCollect(3);
        publishSomethingElse();
        assertThat(withdrawn()).extracting(Manifest.Withdrawn::location).containsExactly(FIRST);
    }

    @Test
    void isNotGivenAwayWhereItsRecordCannotBeLookedAt() throws IOException {
        collectTheFirst();
        Path record = files(tree.resolve(".names")).get(0);
        Files.delete(record);
        Files.createSymbolicLink(record, record.getFileName()); // a loop
        PackageRef other = taken(repository, builtAgain());
        assertThatThrownBy(() -> publish(repository, adding("again", other))).isInstanceOf(RepositoryException.class);
    }

    @Test
    void isSaidByManifestsOfAFileThatSomeoneDeletedInItsGracePeriod() throws IOException {
        replaceAndCollect(1);
        published(repository, change("voms-2", List.of(voms(2)), List.of(voms(1))));
        Files.delete(tree.resolve(FIRST));
        publishSomethingElse();
        assertThat(repository.repair(Progress.UNWATCHED).remaining()).isEmpty();
        assertThat(tree.resolve(FIRST)).exists();
    }

    @Test
    void isNotGivenToOtherContent() {
        collectTheFirst();
        PackageRef other = taken(repository, builtAgain());
        assertThat(publish(repository, adding("again", other)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("clients may hold that file name with other content, " + voms(1).sha256()));
    }

    @Test
    void isOfOneContentInAChangeSet() {
        PackageRef first = voms(1);
        PackageRef again = taken(repository, builtAgain());
        assertThat(publish(repository, adding("both", first, again)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("another package of the same change set has its file name"));
    }

    @Test
    void isOfferedAgainWithItsOwnContent() throws IOException {
        collectTheFirst();
        published(repository, change("back", List.of(voms(1)), List.of(voms(2))));
        assertThat(ServedTree.wholePackages(tree)).contains(voms(1).sha256().hex());
        published(repository, removing("out", voms(1)));
        assertThat(withdrawn()).extracting(Manifest.Withdrawn::sha256).contains(voms(1).sha256());
        now = now.plus(GRACE);
        repository.collectGarbage(Set.of());
        publishSomethingElse();
        assertThat(withdrawn()).isEmpty();
    }

    @Test
    void isNotGivenToOtherContentByAnImport() throws IOException {
        collectTheFirst();
        assertThat(imported(builtAgain()).refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("what was published there but other content"));
    }

    @Test
    void isNotBroughtBackByAnImport() throws IOException {
        collectTheFirst();
        assertThat(imported(rpm("voms", "1")).refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).startsWith("Generation 2 took it out of the repository"));
    }

    @Test
    void isNotGuessedWhenItsRecordIsDamaged() throws IOException {
        collectTheFirst();
        Path record = files(tree.resolve(".names")).get(0);
        spoil(record);
        PackageRef first = voms(1);
        assertThatThrownBy(() -> publish(repository, adding("again", first)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("nobody knows what clients may have kept under that file name")
                .hasMessageContaining(record.toString());
        publishSomethingElse();
    }

    @Test
    void isNotAskedForWhileItsPackageIsOffered() throws IOException {
        collectTheFirst();
        published(repository, change("back", List.of(voms(1)), List.of(voms(2))));
        spoil(files(tree.resolve(".names")).get(0));
        published(repository, adding("more", voms(1), taken(repository, "fts", "1")));
    }

    @Test
    void isLookedAtByVerification() throws IOException {
        collectTheFirst();
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
        Path record = files(tree.resolve(".names")).get(0);
        spoil(record);
        assertThat(repository.verify(Progress.UNWATCHED).damage())
                .singleElement()
                .satisfies(each -> assertThat(each.kind()).isEqualTo(Damage.Kind.RECORD_CORRUPT));
    }

    private ImportReport imported(RpmBuilder rpm) throws IOException {
        Path source = Files.createDirectories(root.resolveSibling("mirror"));
        Files.write(source.resolve("voms.rpm"), rpm.build());
        return repository.importFrom(source, Stage.BETA, EL9, OnRefusal.PUBLISH_THE_OTHERS, Progress.UNWATCHED);
    }
}
