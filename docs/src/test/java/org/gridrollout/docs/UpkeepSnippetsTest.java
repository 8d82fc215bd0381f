package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.filesystem.upkeep.GarbageReport;
import org.gridrollout.filesystem.upkeep.ImportReport;
import org.gridrollout.filesystem.upkeep.OnRefusal;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.gridrollout.filesystem.upkeep.VerificationReport;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on the filesystem repository says about keeping it in order. */
class UpkeepSnippetsTest {

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();

    private void tell(Object line) {
        told.add(line.toString());
    }

    @Test
    void everythingIsImportedVerifiedRepairedAndSweptOut() throws IOException {
        Path root = directory.resolve("repository");
        Path mirror = Files.createDirectories(directory.resolve("mirror"));
        Files.write(
                mirror.resolve("voms.rpm"),
                RpmBuilder.of(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"))
                        .build());
        // snippet:upkeep-open
        FilesystemRepository repository = FilesystemRepository.at(root)
                .metadataGrace(Duration.ofDays(14)) // index and package files, after a generation without them
                .poolGrace(Duration.ofDays(30)) // packages taken in that no repository offers yet
                .open();
        // end
        ImportReport imported = importMirror(repository, mirror);
        assertThat(imported.result()).contains(new Published(1));

        Files.delete(repository
                .directory(Stage.PRODUCTION, Platform.parse("el9/x86_64"))
                .resolve("repodata/repomd.xml"));
        look(repository);
        assertThat(told).anyMatch(line -> line.endsWith("Repair publishes the same packages as a new generation."));
        assertThat(repository.verify(Progress.UNWATCHED).isWhole()).isTrue();
        collect(repository, new InMemoryRolloutStore());
    }

    private ImportReport importMirror(FilesystemRepository repository, Path mirror) {
        // snippet:import
        ImportReport report = repository.importFrom(
                mirror,
                Stage.PRODUCTION,
                Platform.parse("el9/x86_64"),
                OnRefusal.PUBLISH_NOTHING,
                (activity, done, total) -> tell(activity + " " + done + "/" + total));
        report.refused().forEach(each -> tell(each.file() + ": " + each.reason()));
        // end
        return report;
    }

    private void look(FilesystemRepository repository) {
        // snippet:verify
        VerificationReport found = repository.verify(Progress.UNWATCHED);
        found.damage().forEach(this::tell); // what is wrong, and what to do about it
        if (!found.isWhole()) {
            RepairReport repaired = repository.repair(Progress.UNWATCHED);
            repaired.remaining().forEach(this::tell); // what needs a person
        }
        // end
    }

    private void collect(FilesystemRepository repository, RolloutStore store) {
        RolloutEngine engine =
                RolloutEngine.builder().store(store).repository(repository).build();
        // snippet:garbage
        Set<Sha256> needed = store.find(StreamQuery.of(StreamId.Kind.ROLLOUT, 10_000)).stream()
                .map(stream -> engine.rollout(ReleaseId.of(stream.name())))
                .flatMap(Optional::stream)
                .filter(rollout -> !rollout.state().isTerminal())
                .map(Rollout::release)
                .flatMap(release -> release.packages().stream())
                .map(PackageRef::sha256)
                .collect(Collectors.toSet());

        GarbageReport wouldGo = repository.findGarbage(needed); // changes nothing
        GarbageReport gone = repository.collectGarbage(needed);
        // end
        assertThat(gone).isEqualTo(wouldGo);
    }
}
