package org.gridrollout.filesystem;

import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.gridrollout.filesystem.upkeep.VerificationReport;

/**
 * A repository with something of everything, to be damaged by hand: beta in its second generation offers fts-1 and voms-2,
 * tells about both and owes voms-1, production offers fts-1.
 */
final class DamagedSite {

    static final Duration GRACE = Duration.ofDays(7);
    static final List<String> VOMS =
            List.of("Packages/v/voms-1-1.el9.noarch.rpm", "Packages/v/voms-2-1.el9.noarch.rpm");

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    final FilesystemRepository repository = FilesystemRepository.at(root)
            .durability(Durability.UNSYNCED)
            .metadataGrace(GRACE)
            .clock(() -> now)
            .open();
    final Path beta = repository.directory(Stage.BETA, EL9);
    final Path production = repository.directory(Stage.PRODUCTION, EL9);
    final PackageRef fts = taken(repository, "fts", "1");
    final PackageRef formerVoms = taken(repository, "voms", "1");
    final PackageRef voms = taken(repository, "voms", "2");

    DamagedSite() {
        published(repository, adding("one", fts, formerVoms).telling(List.of(advisory("grid-1"))));
        published(repository, change("two", List.of(voms), List.of(formerVoms)).telling(List.of(advisory("voms-2"))));
        published(repository, new ChangeSet(ChangeSetId.of("three"), Stage.PRODUCTION, EL9, List.of(fts), List.of()));
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Long after, with voms-1 collected: in its third generation beta owes nothing, and has a record of that name. */
    void collectFormer() {
        wait(GRACE);
        repository.collectGarbage(Set.of());
        published(repository, adding("four", fts));
    }

    VerificationReport verify() {
        return repository.verify(Progress.UNWATCHED);
    }

    List<Damage.Kind> kinds() {
        return verify().damage().stream().map(Damage::kind).toList();
    }

    RepairReport repair() {
        return repository.repair(Progress.UNWATCHED);
    }

    Path pooled(PackageRef ref) {
        return Site.pooled(root, ref);
    }

    /** The current index of a type in beta. */
    Path index(String type) {
        String name = currentOfBeta().indexFiles().stream()
                .filter(each -> each.contains("-" + type + "."))
                .findFirst()
                .orElseThrow();
        return beta.resolve("repodata").resolve(name);
    }

    Path currentGenerationOfBeta() {
        return new Tree(root, Stage.BETA, EL9).generation(currentOfBeta().number());
    }

    private Manifest currentOfBeta() {
        try {
            return new Generations().current(new Tree(root, Stage.BETA, EL9));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes one bit in the middle, under the same inode. */
    static void spoil(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    /** The same content under another inode. */
    static void copy(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, content);
    }

    static List<Path> files(Path below) {
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
