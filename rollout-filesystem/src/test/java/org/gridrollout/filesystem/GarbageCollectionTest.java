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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Garbage;
import org.gridrollout.filesystem.upkeep.GarbageReport;
import org.junit.jupiter.api.Test;

class GarbageCollectionTest {

    private static final Duration GRACE = Duration.ofDays(7);

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final FilesystemRepository repository = FilesystemRepository.at(root)
            .durability(Durability.UNSYNCED)
            .metadataGrace(GRACE)
            .poolGrace(GRACE)
            .clock(() -> now)
            .open();
    private final Path tree = repository.directory(Stage.BETA, EL9);
    private final PackageRef first = taken(repository, "voms", "1");

    private PackageRef replaceFirst() {
        published(repository, adding("one", first));
        PackageRef second = taken(repository, "voms", "2");
        published(repository, change("two", List.of(second), List.of(first)));
        return second;
    }

    private GarbageReport collect() {
        return repository.collectGarbage(Set.of());
    }

    @Test
    void takesNothingOfARepositoryThatIsInUse() {
        replaceFirst();
        now = now.plus(GRACE).minusSeconds(1);
        assertThat(collect().garbage()).isEmpty();
    }

    @Test
    void takesWhatIsSupersededForAGracePeriod() throws IOException {
        PackageRef second = replaceFirst();
        now = now.plus(GRACE);
        assertThat(collect().garbage())
                .extracting(Garbage::kind)
                .containsExactly(
                        Garbage.Kind.GENERATION,
                        Garbage.Kind.INDEX,
                        Garbage.Kind.INDEX,
                        Garbage.Kind.INDEX,
                        Garbage.Kind.PACKAGE_LINK,
                        Garbage.Kind.POOL_FILE,
                        Garbage.Kind.CACHE);
        assertThat(Trees.entries(tree.resolve(".generations"))).hasSize(2);
        assertThat(Trees.entries(tree.resolve("repodata"))).hasSize(4);
        assertThat(Trees.entries(tree.resolve("Packages/v"))).hasSize(1);
        assertThat(repository.describe(first.sha256())).isEmpty();
        assertThat(ServedTree.wholePackages(tree))
                .containsExactly(second.sha256().hex());
    }

    @Test
    void takesAnIndexThatNoGenerationNames() throws IOException {
        published(repository, adding("one", first));
        Path unnamed = tree.resolve("repodata").resolve("0".repeat(64) + "-primary.xml.gz");
        Files.writeString(unnamed, "of a publication whose directory was lost with the power");
        assertThat(collect().garbage()).extracting(Garbage::path).containsExactly(unnamed);
    }

    @Test
    void leavesAllIndexesWhileAGenerationInItsGracePeriodDoesNotSayWhichItNeeds() throws IOException {
        replaceFirst();
        Files.writeString(tree.resolve(".generations/1/manifest"), "damaged");
        now = now.plus(GRACE).minusSeconds(1);
        assertThat(collect().garbage()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(collect().garbage()).extracting(Garbage::kind).contains(Garbage.Kind.GENERATION, Garbage.Kind.INDEX);
        assertThat(Repodata.indexes(new Tree(root, Stage.BETA, EL9))).hasSize(3);
    }

    @Test
    void leavesAnIndexThatALaterGenerationHasToo() throws IOException {
        replaceFirst();
        Set<String> indexes = ServedTree.requireIndexes(tree);
        published(repository, adding("three", taken(repository, "fts", "1")));
        published(repository, removing("four", taken(repository, "fts", "1")));
        now = now.plus(GRACE);
        collect();
        assertThat(ServedTree.requireIndexes(tree)).isEqualTo(indexes);
    }

    @Test
    void findsNothingMoreAfterwards() {
        replaceFirst();
        now = now.plus(GRACE);
        assertThat(collect().garbage()).isNotEmpty();
        assertThat(collect().garbage()).isEmpty();
    }

    @Test
    void onlySaysWhatItWouldTakeWhenItIsOnlyAsked() {
        replaceFirst();
        now = now.plus(GRACE);
        GarbageReport found = repository.findGarbage(Set.of());
        assertThat(found.garbage()).isNotEmpty().allMatch(each -> Files.exists(each.path()));
        assertThat(repository.findGarbage(Set.of())).isEqualTo(found);
        assertThat(collect()).isEqualTo(found);
        assertThat(found.garbage()).noneMatch(each -> Files.exists(each.path()));
    }

    @Test
    void leavesContentThatARolloutNeeds() {
        now = now.plus(GRACE);
        assertThat(repository.collectGarbage(Set.of(first.sha256())).garbage()).isEmpty();
        assertThat(repository.describe(first.sha256())).isPresent();
        assertThat(collect().garbage()).extracting(Garbage::path).contains(pooled(first));
    }

    @Test
    void leavesContentThatWasTakenInAgainSinceItMayBeAboutToBePublished() {
        now = now.plus(GRACE);
        taken(repository, "voms", "1");
        assertThat(collect().garbage()).isEmpty();
        published(repository, adding("one", first));
        now = now.plus(GRACE);
        assertThat(collect().garbage()).isEmpty();
        assertThat(ServedTree.wholePackages(tree))
                .containsExactly(first.sha256().hex());
    }

    @Test
    void leavesContentThatAnyTreeStillOffers() {
        replaceFirst();
        published(
                repository,
                new ChangeSet(ChangeSetId.of("production"), Stage.PRODUCTION, EL9, List.of(first), List.of()));
        now = now.plus(GRACE);
        assertThat(collect().garbage())
                .extracting(Garbage::kind)
                .contains(Garbage.Kind.PACKAGE_LINK)
                .doesNotContain(Garbage.Kind.POOL_FILE);
        assertThat(repository.describe(first.sha256())).isPresent();
    }

    @Test
    void doesNotForgetWhatBecameOfChangeSets() {
        replaceFirst();
        now = now.plus(GRACE);
        collect();
        assertThat(publish(repository, adding("one", first))).isEqualTo(new AlreadyPublished(1));
    }

    @Test
    void doesNotForgetWhichContentHadAName() {
        replaceFirst();
        now = now.plus(GRACE);
        collect();
        PackageRef rebuilt = taken(repository, rpm("voms", "1").summary("Built again"));
        assertThat(publish(repository, adding("three", rebuilt))).isInstanceOf(Refused.class);
    }

    @Test
    void letsAPackageBeOfferedAgainThatWasTakenAway() {
        replaceFirst();
        published(repository, removing("three", taken(repository, "voms", "2")));
        now = now.plus(GRACE).plusSeconds(2);
        collect();
        published(repository, adding("four", taken(repository, "voms", "1")));
        assertThat(ServedTree.wholePackages(tree))
                .containsExactly(first.sha256().hex());
    }

    @Test
    void doesNotMindAClockThatIsSetBackAfterwards() {
        PackageRef second = replaceFirst();
        now = now.plus(GRACE);
        collect();
        now = now.minus(GRACE);
        PackageRef third = taken(repository, "voms", "3");
        published(repository, change("three", List.of(third), List.of(second)));
        assertThat(ServedTree.wholePackages(tree))
                .containsExactly(third.sha256().hex());
    }

    @Test
    void leavesAFileThatSomeoneElsePutUnderAFormerPackagesName() throws IOException {
        replaceFirst();
        Path foreign = tree.resolve("Packages/v/voms-1-1.el9.noarch.rpm");
        Files.delete(foreign);
        Files.writeString(foreign, "mine");
        now = now.plus(GRACE);
        assertThat(collect().garbage()).extracting(Garbage::path).doesNotContain(foreign);
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void takesWhatKilledProcessesLeft() throws IOException {
        Path intake = Files.writeString(root.resolve("pool/incoming/other.part"), "half");
        Path check = Files.createDirectory(root.resolve(".check-1"));
        Path fragments =
                Files.createDirectories(root.resolve("cache/fragments/ab")).resolve("abc.1.part");
        Files.writeString(fragments, "half");
        for (Path each : List.of(check, fragments)) {
            Files.setLastModifiedTime(each, FileTime.from(now.minus(GRACE)));
        }
        assertThat(collect().garbage()).extracting(Garbage::path).containsExactly(fragments, intake, check);
    }

    @Test
    void deletesNothingInATreeThatDoesNotSayWhatItOffers() throws IOException {
        replaceFirst();
        now = now.plus(GRACE);
        Files.delete(tree.resolve(".generations/current"));
        assertThatThrownBy(this::collect)
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(
                        "current is missing although there are generations up to 2; make it again: ln -s 2 ");
        assertThat(repository.describe(first.sha256())).isPresent();
        Files.createSymbolicLink(
                tree.resolve(".generations/current"), root.getFileSystem().getPath("2"));
        assertThat(offered(repository)).hasSize(1);
    }

    @Test
    void deletesNothingInThePoolWhileAManifestIsDamaged() throws IOException {
        replaceFirst();
        now = now.plus(GRACE);
        Files.writeString(tree.resolve(".generations/2/manifest"), "damaged");
        assertThatThrownBy(this::collect)
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("from a backup");
        assertThat(repository.describe(first.sha256())).isPresent();
    }

    @Test
    void goesThroughTheOtherTreesWhereOneIsDamaged() throws IOException {
        replaceFirst();
        PackageRef fts = taken(repository, "fts", "1");
        published(repository, production("in", List.of(fts), List.of()));
        published(repository, production("out", List.of(), List.of(fts)));
        now = now.plus(GRACE);
        Files.writeString(tree.resolve(".generations/2/manifest"), "damaged");
        assertThatThrownBy(this::collect)
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("the pool was left as it is")
                .hasMessageContaining("from a backup");
        assertThat(repository.directory(Stage.PRODUCTION, EL9).resolve("Packages/f/fts-1-1.el9.noarch.rpm"))
                .doesNotExist();
        assertThat(repository.describe(fts.sha256())).isPresent();
    }

    private static ChangeSet production(String id, List<PackageRef> add, List<PackageRef> remove) {
        return new ChangeSet(ChangeSetId.of(id), Stage.PRODUCTION, EL9, add, remove);
    }

    private Path pooled(PackageRef ref) {
        return Site.pooled(root, ref);
    }
}
