package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upkeep stopped before each of its changes to the disk: what is served, and what the next run makes of it. */
class CutOffUpkeepTest {

    private static final Duration GRACE = Duration.ofDays(1);

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Trap trap = new Trap();

    @Test
    void ofGarbageCollectionLeavesAWholeRepositoryAndIsFinishedByCollectingAgain() {
        int stopped = 0;
        for (boolean done = false; !done; stopped++) {
            FilesystemRepository repository = withGarbage("garbage-" + stopped);
            Path tree = repository.directory(Stage.BETA, EL9);
            trap.drain();
            trap.stopAfter(stopped);
            try {
                repository.collectGarbage(Set.of());
                done = true;
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("stopped before: delete");
            }
            trap.release();
            assertThat(ServedTree.wholePackages(tree)).hasSize(2);
            repository.collectGarbage(Set.of());
            assertThat(repository.findGarbage(Set.of()).garbage()).isEmpty();
            published(repository, adding("next", taken(repository, "voms", "4")));
            assertThat(ServedTree.wholePackages(tree)).hasSize(3);
        }
        assertThat(stopped).isGreaterThan(20);
    }

    @Test
    void ofRepairLeavesNothingWorseAndIsFinishedByRepairingAgain() throws IOException {
        int stopped = 0;
        for (boolean done = false; !done; stopped++) {
            FilesystemRepository repository = withGarbage("damage-" + stopped);
            damage(repository);
            trap.drain();
            trap.stopAfter(stopped);
            try {
                repository.repair(Progress.UNWATCHED);
                done = true;
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("stopped before: ");
            }
            trap.release();
            assertThat(repository.repair(Progress.UNWATCHED).remaining()).isEmpty();
            assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
            assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                    .hasSize(2);
        }
        assertThat(stopped).isGreaterThan(20);
    }

    private static void damage(FilesystemRepository repository) throws IOException {
        Path tree = repository.directory(Stage.BETA, EL9);
        DamagedSite.copy(tree.resolve("Packages/k/kept-1-1.el9.noarch.rpm"));
        DamagedSite.spoil(DamagedSite.files(repository.root().resolve("pool/sha256")).stream()
                .filter(each -> describes(each, "kept"))
                .findFirst()
                .orElseThrow());
        Files.delete(tree.resolve("Packages/v/voms-3-1.el9.noarch.rpm"));
        Manifest manifest = new Generations().current(new Tree(repository.root(), Stage.BETA, EL9));
        DamagedSite.spoil(tree.resolve("repodata").resolve(manifest.indexFiles().get(0)));
        Files.delete(tree.resolve(".generations/3/advisories.xml"));
        Files.delete(tree.resolve("repodata/repomd.xml"));
    }

    private static boolean describes(Path file, String name) {
        return new String(ServedTree.read(file), StandardCharsets.ISO_8859_1).contains("About " + name);
    }

    private FilesystemRepository withGarbage(String name) {
        now = Instant.parse("2026-03-01T00:00:00Z");
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve(name))
                .durability(Durability.UNSYNCED)
                .metadataGrace(GRACE)
                .poolGrace(GRACE)
                .clock(() -> now)
                .steps(trap)
                .open();
        PackageRef kept = taken(repository, "kept", "1");
        PackageRef last = taken(repository, "voms", "1");
        published(repository, adding("first", kept, last));
        for (int version = 2; version <= 3; version++) {
            PackageRef next = taken(repository, "voms", String.valueOf(version));
            published(
                    repository,
                    change("voms-" + version, List.of(next), List.of(last))
                            .telling(List.of(advisory("voms-" + version))));
            last = next;
        }
        now = now.plus(GRACE).plusSeconds(10);
        return repository;
    }
}
