package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.removing;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.junit.jupiter.api.Test;

class KeptVersionsTest {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final Set<PackageRef> unfit = new HashSet<>();
    private final FilesystemRepository repository = keeping(2);
    private final Path tree = repository.directory(Stage.BETA, EL9);

    private FilesystemRepository keeping(int versions) {
        return FilesystemRepository.at(root)
                .durability(Durability.UNSYNCED)
                .clock(() -> now)
                .keepVersions(versions)
                .keepOnly(each -> !unfit.contains(each))
                .open();
    }

    private PackageRef voms(String version) {
        return taken(repository, "voms", version);
    }

    /** Replaces one version by the next; returns all of them. */
    private List<PackageRef> releases(int count) {
        List<PackageRef> versions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            PackageRef next = voms(String.valueOf(i));
            published(repository, change("voms-" + i, List.of(next), last(versions)));
            versions.add(next);
        }
        return versions;
    }

    private static List<PackageRef> last(List<PackageRef> versions) {
        return versions.isEmpty() ? List.of() : List.of(versions.get(versions.size() - 1));
    }

    private void assertIndexed(PackageRef... expected) {
        assertThat(ServedTree.wholePackages(tree))
                .containsExactlyInAnyOrder(List.of(expected).stream()
                        .map(each -> each.sha256().hex())
                        .toArray(String[]::new));
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    @Test
    void stayInTheIndexButAreNotPartOfTheGeneration() {
        List<PackageRef> versions = releases(3);
        assertThat(offered(repository)).containsExactly(versions.get(2));
        assertIndexed(versions.get(0), versions.get(1), versions.get(2));
    }

    @Test
    void areAsManyAsAskedFor() {
        List<PackageRef> versions = releases(5);
        assertIndexed(versions.get(2), versions.get(3), versions.get(4));
    }

    @Test
    void areNoneUnlessTheyAreAskedFor() {
        List<PackageRef> versions = releases(2);
        published(keeping(0), adding("other", taken(repository, "fts", "1")));
        assertIndexed(versions.get(1), taken(repository, "fts", "1"));
    }

    @Test
    void doNotIncludeWhatWasTakenOutAndTakeNoPredecessorForward() {
        releases(2);
        published(repository, removing("out", voms("2")));
        assertIndexed();
    }

    @Test
    void doNotIncludeAVersionThatALowerOneTookThePlaceOf() {
        PackageRef two = voms("2");
        published(repository, adding("two", two));
        PackageRef one = voms("1");
        published(repository, change("back", List.of(one), List.of(two)));
        assertIndexed(one);
    }

    @Test
    void doNotIncludeAVersionThatIsNotFitToStay() {
        PackageRef faulty = voms("1");
        published(repository, adding("one", faulty));
        unfit.add(faulty);
        PackageRef restoring = voms("2");
        published(repository, change("two", List.of(restoring), List.of(faulty)));
        assertIndexed(restoring);
    }

    @Test
    void leaveWithTheNextPublicationWhenTheyAreFoundUnfitLater() {
        List<PackageRef> versions = releases(2);
        unfit.add(versions.get(0));
        PackageRef fts = taken(repository, "fts", "1");
        published(repository, adding("other", fts));
        assertIndexed(versions.get(1), fts);
    }

    @Test
    void leaveWhenAChangeSetNamesThem() {
        List<PackageRef> versions = releases(3);
        published(repository, removing("out", versions.get(0)));
        assertIndexed(versions.get(1), versions.get(2));
    }

    @Test
    void ofOneChangeSetStayWholeOrNotAtAll() {
        PackageRef voms = voms("1");
        PackageRef libs = taken(repository, "voms-libs", "1");
        published(repository, adding("first", voms, libs));
        PackageRef next = voms("2");
        published(repository, change("second", List.of(next), List.of(voms, libs)));
        assertIndexed(next);
    }

    @Test
    void areOfferedAgainByAChangeSetThatAddsThem() {
        List<PackageRef> versions = releases(2);
        published(repository, change("back", List.of(versions.get(0)), List.of(versions.get(1))));
        assertThat(offered(repository)).containsExactly(versions.get(0));
        assertIndexed(versions.get(0));
    }

    @Test
    void areNotGarbageUntilTheyHaveLeftTheIndexForAGracePeriod() {
        List<PackageRef> versions = releases(3);
        now = now.plus(Duration.ofDays(30));
        repository.collectGarbage(Set.of());
        assertIndexed(versions.get(0), versions.get(1), versions.get(2));
        PackageRef next = voms("4");
        published(repository, change("four", List.of(next), last(versions)));
        repository.collectGarbage(Set.of());
        assertThat(repository.describe(versions.get(0).sha256())).isPresent();
        now = now.plus(Duration.ofDays(30));
        repository.collectGarbage(Set.of());
        assertThat(repository.describe(versions.get(0).sha256())).isEmpty();
        assertIndexed(versions.get(1), versions.get(2), next);
    }

    @Test
    void areANumber() {
        assertThatThrownBy(() -> keeping(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("keepVersions must not be negative, was -1");
    }
}
