package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept to save work may be lost or damaged: the same metadata comes out. */
class KeptWorkTest {

    private static final int PACKAGES = 200;

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final FilesystemRepository repository =
            FilesystemRepository.at(root).durability(Durability.UNSYNCED).open();
    private PackageRef added;

    @BeforeEach
    void fill() {
        List<PackageRef> packages = new ArrayList<>();
        for (int i = 0; i < PACKAGES; i++) {
            packages.add(taken(repository, "package" + i, "1"));
        }
        published(repository, change("first", packages, List.of()));
        added = taken(repository, "added", "1");
    }

    @Test
    void isNotNeededForTheSameMetadata() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        assertThat(undisturbed).hasSize(3);

        Path without = copy("without");
        delete(without.resolve("cache"));
        Files.delete(without.resolve("beta/el9/x86_64/.generations/1/members"));
        assertThat(publishIn(without)).isEqualTo(undisturbed);
    }

    @Test
    void isRenderedAgainWhenItIsDamaged() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path damaged = copy("damaged");
        for (Path each : files(damaged.resolve("cache"))) {
            byte[] content = Files.readAllBytes(each);
            content[content.length / 2] ^= 1;
            Files.write(each, content);
        }
        Files.delete(damaged.resolve("beta/el9/x86_64/.generations/1/members"));
        assertThat(publishIn(damaged)).isEqualTo(undisturbed);
    }

    @Test
    void isNotCopiedFromAnIndexThatIsDamaged() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path damaged = copy("damaged");
        for (Path each : files(damaged.resolve("beta/el9/x86_64/.generations/1/repodata"))) {
            byte[] content = Files.readAllBytes(each);
            content[content.length / 2] ^= 1;
            Files.write(each, content);
        }
        assertThat(publishIn(damaged)).isEqualTo(undisturbed);
    }

    @Test
    void isNotCopiedByATableThatIsDamaged() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path damaged = copy("damaged");
        Path table = damaged.resolve("beta/el9/x86_64/.generations/1/members");
        Files.writeString(table, Files.readString(table).replaceFirst("member\t([0-9a-f]+)\t", "member\t$1\t1"));
        assertThat(publishIn(damaged)).isEqualTo(undisturbed);
    }

    private Set<String> publishIn(Path where) {
        FilesystemRepository there =
                FilesystemRepository.at(where).durability(Durability.UNSYNCED).open();
        published(there, change("second", List.of(added), List.of()));
        Path published = there.directory(Stage.BETA, EL9);
        assertThat(ServedTree.wholePackages(published)).hasSize(PACKAGES + 1);
        return ServedTree.requireIndexes(published);
    }

    private Path copy(String name) throws IOException {
        Path target = root.resolveSibling(name);
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path each : walk.toList()) {
                Files.copy(each, target.resolve(root.relativize(each)), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return target;
    }

    private static void delete(Path directory) throws IOException {
        new Disk(Durability.UNSYNCED, Steps.UNWATCHED).deleteTree(directory);
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
