package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.junit.jupiter.api.Test;

/** A publication stopped before each of its changes to the disk: what is served, and what the next writer makes of it. */
class CutOffPublicationTest {

    private final Path directory = FaultyDisk.empty().path("/srv"); // syncs as a real one does, and is faster

    private FilesystemRepository repository;
    private Path tree;
    private PackageRef kept;
    private PackageRef removed;

    /** A repository in its second generation, with its own trap. */
    private void start(String name, Trap trap) {
        repository =
                FilesystemRepository.at(directory.resolve(name)).steps(trap).open();
        tree = repository.directory(Stage.BETA, EL9);
        kept = taken(repository, "kept", "1");
        removed = taken(repository, "removed", "1");
        published(repository, adding("first", removed));
        published(repository, adding("second", kept));
    }

    private ChangeSet third() {
        List<PackageRef> add = List.of(taken(repository, "fts", "2"), taken(repository, "voms", "2"));
        return change("third", add, List.of(removed));
    }

    @Test
    void leavesTheOldGenerationOrTheNewOneWholeAndIsFinishedByPublishingAgain() {
        int steps = stepsOfThird();
        assertThat(steps).isGreaterThan(30);
        int old = 0;
        for (int step = 0; step < steps; step++) {
            Trap trap = new Trap();
            start("stopped-" + step, trap);
            ChangeSet third = third();
            trap.stopAfter(step);
            try {
                assertThat(publish(repository, third)).isEqualTo(new Published(3)); // only tidying up was cut off
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("third");
            }
            trap.release();

            boolean committed = offered(repository).size() == 3;
            assertThat(ServedTree.wholePackages(tree)).hasSize(committed ? 3 : 2);
            old += committed ? 0 : 1;
            FilesystemRepository next = FilesystemRepository.open(repository.root());
            assertThat(publish(next, third))
                    .as("published again after step %s", step)
                    .isEqualTo(committed ? new AlreadyPublished(3) : new Published(3));
            assertThat(ServedTree.wholePackages(tree)).hasSize(3);
            assertThat(offered(next)).extracting(PackageRef::component).containsExactly("fts", "kept", "voms");
        }
        assertThat(old).isBetween(steps - 5, steps - 1);
    }

    @Test
    void doesNotReserveNamesForPackagesThatWereNeverOffered() {
        int steps = stepsOfThird();
        int replaced = 0;
        for (int step = 0; step < steps; step++) {
            Trap trap = new Trap();
            start("replaced-" + step, trap);
            ChangeSet third = third();
            trap.stopAfter(step);
            try {
                publish(repository, third);
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("third");
            }
            trap.release();
            if (offered(repository).size() == 2) {
                PackageRef rebuilt = taken(repository, rpm("voms", "2").summary("Built again"));
                assertThat(publish(repository, adding("fourth", rebuilt)))
                        .as("after step %s", step)
                        .isEqualTo(new Published(3));
                assertThat(ServedTree.wholePackages(tree))
                        .hasSize(3)
                        .contains(rebuilt.sha256().hex());
            }
        }
    }

    @Test
    void canBeCutOffAgainAndAgain() {
        Trap trap = new Trap();
        start("again", trap);
        ChangeSet third = third();
        int attempts = 0;
        boolean done = false;
        while (!done) {
            trap.stopAfter(attempts++);
            try {
                publish(repository, third);
                done = true;
            } catch (RepositoryException e) {
                assertThat(ServedTree.wholePackages(tree)).hasSizeBetween(2, 3);
            }
        }
        trap.release();
        assertThat(attempts).isGreaterThan(20);
        assertThat(repository.current(Stage.BETA, EL9).number()).isEqualTo(3);
        assertThat(ServedTree.wholePackages(tree)).hasSize(3);
    }

    @Test
    void ofAnIntakeLeavesNothingBehindButAPackageThatIsWhole() {
        for (int step = 0; step < 6; step++) {
            Trap trap = new Trap();
            start("intake-" + step, trap);
            trap.stopAfter(step);
            byte[] content = rpm("voms", "9").build();
            try {
                repository.intake(new ByteArrayInputStream(content), "voms.rpm");
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("voms.rpm");
            }
            trap.release();
            PackageRef voms = taken(FilesystemRepository.open(repository.root()), "voms", "9");
            published(repository, adding("voms-9", voms));
            assertThat(ServedTree.wholePackages(tree)).contains(voms.sha256().hex());
        }
    }

    private int stepsOfThird() {
        Trap trap = new Trap();
        start("whole-" + System.nanoTime(), trap);
        ChangeSet third = third();
        trap.drain();
        published(repository, third);
        return trap.drain().size();
    }
}
