package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Garbage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A noarch package that every stage and platform offers is on the disk once. */
class SharedPackagesTest {

    private static final List<Platform> PLATFORMS =
            List.of(Platform.parse("el8/x86_64"), Platform.parse("el9/x86_64"), Platform.parse("el9/aarch64"));

    @TempDir
    Path directory;

    @Test
    void areOneFileUnderManyNames() throws IOException {
        FilesystemRepository repository = FilesystemRepository.at(directory)
                .durability(Durability.UNSYNCED)
                .open();
        PackageRef docs = taken(repository, rpm("grid-docs", "1"));
        List<Path> names = publishEverywhere(repository, docs);
        for (Path each : names) {
            assertThat(Files.isSameFile(each, names.get(0))).isTrue();
            assertThat((Integer) Files.getAttribute(each, "unix:nlink")).isEqualTo(1 + names.size());
        }
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    @Test
    void stayUntilTheLastPlatformLetsThemGo() {
        Instant[] now = {Instant.parse("2026-03-01T00:00:00Z")};
        FilesystemRepository repository = FilesystemRepository.at(directory)
                .durability(Durability.UNSYNCED)
                .clock(() -> now[0])
                .open();
        PackageRef docs = taken(repository, rpm("grid-docs", "1"));
        publishEverywhere(repository, docs);
        int trees = 0;
        for (Stage stage : Stage.values()) {
            for (Platform platform : PLATFORMS) {
                now[0] = now[0].plus(Duration.ofDays(30));
                assertThat(repository.collectGarbage(Set.of()).garbage())
                        .extracting(Garbage::kind)
                        .doesNotContain(Garbage.Kind.POOL_FILE);
                ChangeSetId id = ChangeSetId.of("remove-" + trees++);
                assertThat(repository.publish(new ChangeSet(id, stage, platform, List.of(), List.of(docs)), 1))
                        .isEqualTo(new Published(2));
            }
        }
        now[0] = now[0].plus(Duration.ofDays(30));
        List<Garbage> last = repository.collectGarbage(Set.of()).garbage();
        long size = last.stream()
                .filter(each -> each.kind() == Garbage.Kind.POOL_FILE)
                .findFirst()
                .orElseThrow()
                .bytes();
        assertThat(size).isPositive();
        assertThat(last.stream().filter(each -> each.kind() == Garbage.Kind.PACKAGE_LINK))
                .isNotEmpty()
                .allMatch(each -> each.bytes() == 0);
    }

    private static List<Path> publishEverywhere(FilesystemRepository repository, PackageRef docs) {
        List<Path> names = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (Platform platform : PLATFORMS) {
                ChangeSet change = new ChangeSet(ChangeSetId.of("docs"), stage, platform, List.of(docs), List.of());
                assertThat(repository.publish(change, 0)).isEqualTo(new Published(1));
                names.add(repository.directory(stage, platform).resolve("Packages/g/grid-docs-1-1.el9.noarch.rpm"));
            }
        }
        return names;
    }
}
