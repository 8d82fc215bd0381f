package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.DamagedSite.files;
import static org.gridrollout.filesystem.DamagedSite.spoil;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Damage.Kind;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedMetadataTest {

    private final DamagedSite site = new DamagedSite();
    private final Path repomd = site.beta.resolve("repodata/repomd.xml");

    @ParameterizedTest
    @ValueSource(strings = {"primary", "filelists", "other", "updateinfo"})
    void isMadeAnewAsAnotherGenerationOfTheSamePackages(String type) throws IOException {
        List<PackageRef> before = offered(site.repository);
        spoil(site.index(type));
        assertThat(site.kinds()).containsExactly(Kind.INDEX_CORRUPT);
        assertMended();
        assertThat(offered(site.repository)).isEqualTo(before);
        assertThat(site.repository.current(Stage.BETA, EL9).number()).isEqualTo(3);
    }

    @Test
    void isMadeAnewOnceHoweverMuchOfItIsDamaged() throws IOException {
        spoil(site.index("primary"));
        Files.delete(site.index("other"));
        assertThat(site.kinds()).containsExactly(Kind.INDEX_CORRUPT, Kind.INDEX_CORRUPT);
        assertMended();
        assertThat(site.repository.current(Stage.BETA, EL9).number()).isEqualTo(3);
    }

    @Test
    void withARepomdThatWasChangedOrIsMissingIsMadeAnew() throws IOException {
        spoil(repomd);
        assertThat(site.kinds()).containsExactly(Kind.REPOMD_WRONG);
        assertMended();
        Files.delete(repomd);
        assertThat(site.kinds()).containsExactly(Kind.REPOMD_WRONG);
        assertMended();
    }

    @Test
    void leavesChangeSetsKnownWhenItIsMadeAnew() throws IOException {
        Files.delete(repomd);
        assertMended();
        assertThat(publish(site.repository, adding("one", site.fts))).isEqualTo(new AlreadyPublished(1));
        assertThat(publish(site.repository, adding("two", site.fts))).isEqualTo(new AlreadyPublished(2));
    }

    @Test
    void thatListsOtherPackagesThanTheManifestIsFound() throws IOException {
        Tree tree = new Tree(site.root, Stage.BETA, EL9);
        Manifest manifest = new Generations().current(tree);
        Manifest other = new ManifestBuilder()
                .number(manifest.number())
                .change(manifest.change())
                .revision(manifest.revision())
                .published(manifest.published())
                .repomd(manifest.repomd())
                .holdings(Holdings.of(List.of(site.fts)))
                .indexFiles(manifest.indexFiles())
                .build();
        Survey survey = new Survey(Progress.UNWATCHED);
        new RepodataSurvey(tree, other, new Disk(Durability.UNSYNCED, Steps.UNWATCHED), false, () -> true)
                .look(Instant.now(), survey);
        assertThat(survey.damage())
                .extracting(Damage::kind)
                .containsExactly(Kind.INDEX_WRONG, Kind.INDEX_WRONG, Kind.INDEX_WRONG);
    }

    @Test
    void isMadeAnewWithTheLinksToItThatAreMissing() throws IOException {
        Files.delete(repomd);
        assertMended();
        assertThat(Files.readSymbolicLink(repomd)).hasToString("../.generations/current/repomd.xml");
    }

    @Test
    void thatSomeoneElseServesInsteadNeedsAPerson() throws IOException {
        Files.delete(repomd);
        Files.writeString(repomd, "mine");
        assertNeedsAPerson(Kind.LINK_BROKEN, repomd, "Move it away; then repair");
        assertThat(repomd).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAnEarlierGenerationIsNamed(boolean missing) throws IOException {
        Path earlier = earlierIndex();
        if (missing) {
            Files.delete(earlier);
        } else {
            spoil(earlier);
        }
        assertThat(site.kinds()).containsExactly(Kind.EARLIER_INDEX_CORRUPT);
        assertThat(site.repair().remaining()).singleElement().satisfies(each -> {
            assertThat(each.path()).isEqualTo(earlier);
            assertThat(each.sentence()).contains("may ask for until 2026-03-08T00:00:00Z");
            assertThat(each.remedy()).contains("Restore it from a backup, or leave it");
        });
        site.wait(DamagedSite.GRACE);
        assertThat(site.kinds()).isEmpty();
    }

    @Test
    void withoutAManifestNeedsAPerson() throws IOException {
        Path manifest = site.beta.resolve(".generations/2/manifest");
        spoil(manifest);
        assertNeedsAPerson(Kind.MANIFEST_CORRUPT, manifest, "from a backup");
    }

    @Test
    void withoutALinkNeedsAPersonAndNamesTheCommand() throws IOException {
        Files.delete(site.beta.resolve(".generations/current"));
        assertNeedsAPerson(Kind.LINK_BROKEN, site.beta.resolve(".generations/current"), "ln -s 2 ");
    }

    @Test
    void underALinkToNothingNeedsAPerson() throws IOException {
        Path link = site.beta.resolve(".generations/current");
        Files.delete(link);
        Files.createSymbolicLink(link, site.root.getFileSystem().getPath("9"));
        assertNeedsAPerson(Kind.LINK_BROKEN, link, "restore that directory from a backup");
    }

    @Test
    void underADirectoryInsteadOfALinkNeedsAPerson() throws IOException {
        Path link = site.beta.resolve(".generations/current");
        Files.delete(link);
        Files.createDirectory(link);
        assertNeedsAPerson(Kind.LINK_BROKEN, link, "move it away");
    }

    @Test
    void ofARecordOfWhatBecameOfAChangeSetNeedsAPerson() throws IOException {
        Path marker = files(site.beta.resolve(".changes")).get(0);
        spoil(marker);
        assertNeedsAPerson(Kind.RECORD_CORRUPT, marker, "nobody knows whether that change set was published");
    }

    @Test
    void underTheNameOfAnotherRecordNeedsAPerson() throws IOException {
        Path marker = files(site.beta.resolve(".changes")).get(0);
        Path other = marker.resolveSibling("0".repeat(64));
        Files.move(marker, other);
        assertNeedsAPerson(Kind.RECORD_CORRUPT, other, "backup");
    }

    @Test
    void thatOnlySavesWorkIsDropped() throws IOException {
        Path kept = files(site.root.resolve("cache/fragments")).get(0);
        spoil(kept);
        assertThat(site.kinds()).containsExactly(Kind.CACHE_CORRUPT);
        assertMended();
        assertThat(kept).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beta/el9/x86_64/Packages/v/voms-9.rpm",
                "beta/el9/x86_64/index.html",
                "beta/el9/x86_64/.generations/2/notes",
                "beta/el9/x86_64/repodata/primary.sqlite",
                "beta/el9/x86_64/.generations/notes",
                "pool/sha256/ab/mine.rpm",
                "pool/sha256/notes"
            })
    void thatNothingExplainsIsNamedAndLeftAlone(String path) throws IOException {
        Path stray = site.root.resolve(path);
        Files.createDirectories(stray.getParent());
        Files.writeString(stray, "mine");
        assertNeedsAPerson(Kind.STRAY, stray, "move it away");
        assertThat(stray).hasContent("mine");
    }

    @Test
    void ofOneTreeDoesNotKeepAnotherFromBeingMended() throws IOException {
        Files.delete(site.production.resolve(".generations/1/manifest"));
        Files.delete(repomd);
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).extracting(Damage::kind).containsExactly(Kind.REPOMD_WRONG);
        assertThat(repaired.remaining()).extracting(Damage::kind).containsExactly(Kind.MANIFEST_CORRUPT);
    }

    @Test
    void isAskedForInVainWhereThereIsNoRepository() throws IOException {
        Path root = site.root.resolveSibling("empty");
        FilesystemRepository empty =
                FilesystemRepository.at(root).durability(Durability.UNSYNCED).open();
        assertThat(empty.verify(Progress.UNWATCHED).damage()).isEmpty();
        assertThatThrownBy(() -> empty.verify((activity, done, total) -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    private Path earlierIndex() throws IOException {
        Tree tree = new Tree(site.root, Stage.BETA, EL9);
        Superseded first =
                Superseded.before(new Generations().current(tree), tree).get(0);
        return tree.repodata().resolve(first.indexFiles().orElseThrow().get(0));
    }

    private void assertNeedsAPerson(Kind kind, Path path, String advice) {
        assertThat(site.kinds()).containsExactly(kind);
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).isEmpty();
        assertThat(repaired.remaining()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(kind);
            assertThat(each.path()).isEqualTo(path);
            assertThat(each.toString()).contains(advice);
        });
        assertThat(site.verify().damage()).isEqualTo(repaired.remaining());
    }

    private void assertMended() {
        List<Damage> damage = site.verify().damage();
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).containsExactlyElementsOf(damage);
        assertThat(repaired.remaining()).isEmpty();
        assertThat(site.verify().damage()).isEmpty();
        assertThat(ServedTree.wholePackages(site.beta)).hasSize(2);
    }
}
