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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(publishIn(without)).isEqualTo(undisturbed);
    }

    @Test
    void isOfPackagesAndOfRuns() throws IOException {
        assertThat(files(root.resolve("cache/fragments"))).hasSize(PACKAGES + 1);
        assertThat(files(root.resolve("cache/runs/gz"))).hasSizeGreaterThan(3);
    }

    @Test
    void isNotAskedForWhatItHasForgotten() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path without = copy("without");
        delete(without.resolve("cache/fragments"));
        assertThat(publishIn(without)).isEqualTo(undisturbed);
        assertThat(files(without.resolve("cache/fragments"))).hasSize(1); // the others of its run are in the run before
    }

    @Test
    void isNotAFileForEachPackageOfARepositoryMadeAnew() throws IOException {
        Path anew = root.resolveSibling("anew");
        FilesystemRepository large =
                FilesystemRepository.at(anew).durability(Durability.UNSYNCED).open();
        List<PackageRef> packages = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            packages.add(taken(large, "package" + i, "1"));
        }
        delete(anew.resolve("cache"));
        published(large, change("first", packages, List.of()));
        assertThat(files(anew.resolve("cache/runs/gz"))).hasSizeGreaterThan(8 * 3); // more than a few
        assertThat(anew.resolve("cache/fragments")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "cache/runs", "cache/fragments"})
    void isMadeAgainWhereverAByteOfItIsChanged(String which) throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        for (double where : new double[] {0, 0.001, 0.01, 0.1, 0.5, 1}) {
            Path damaged = copy("damaged-" + where);
            for (Path each : files(damaged.resolve(which))) {
                byte[] content = Files.readAllBytes(each);
                content[(int) (where * (content.length - 1))] ^= 1;
                Files.write(each, content);
            }
            Path closed = copy("damaged-closed-" + where, damaged);
            assertThat(publishIn(damaged)).as("changed at %s", where).isEqualTo(undisturbed);
            assertThat(publishIn(closed, OpenChecksums.LEFT_OUT))
                    .as("changed at %s", where)
                    .isEqualTo(undisturbed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 60, 1000})
    void isMadeAgainWhereItIsCutShort(int length) throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path cut = copy("cut");
        for (Path each : files(cut.resolve("cache"))) {
            Files.write(each, Arrays.copyOf(Files.readAllBytes(each), length));
        }
        Path closed = copy("cut-closed", cut);
        assertThat(publishIn(cut)).isEqualTo(undisturbed);
        assertThat(publishIn(closed, OpenChecksums.LEFT_OUT)).isEqualTo(undisturbed);
    }

    @Test
    void isNotTakenFromAnotherRun() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path mixed = copy("mixed");
        List<Path> primaries = runs(mixed, "-primary");
        assertThat(primaries).hasSizeGreaterThan(1);
        for (int i = 1; i < primaries.size(); i++) {
            Files.copy(primaries.get(0), primaries.get(i), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(publishIn(mixed)).isEqualTo(undisturbed);
    }

    @Test
    void isNotTakenFromAnotherIndexOfTheSameRun() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path mixed = copy("mixed");
        List<Path> filelists = runs(mixed, "-filelists");
        assertThat(filelists).isNotEmpty();
        for (Path each : filelists) {
            Path primary = each.resolveSibling(each.getFileName().toString().replace("-filelists", "-primary"));
            Files.copy(primary, each, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(publishIn(mixed)).isEqualTo(undisturbed);
    }

    @Test
    void doesNotPileUp() throws IOException {
        int before = files(root.resolve("cache/runs")).size();
        for (int i = 0; i < 10; i++) {
            published(repository, change("add-" + i, List.of(added), List.of()));
            published(repository, change("remove-" + i, List.of(), List.of(added)));
        }
        assertThat(files(root.resolve("cache/runs"))).hasSize(before);
    }

    @Test
    void isNotCopiedFromAnIndexThatIsDamaged() throws IOException {
        Set<String> undisturbed = publishIn(copy("undisturbed"));
        Path damaged = copy("damaged");
        for (Path each : indexes(damaged)) {
            byte[] content = Files.readAllBytes(each);
            content[content.length / 2] ^= 1;
            Files.write(each, content);
        }
        assertThat(publishIn(damaged)).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5, 0.9, 1})
    void isNotCopiedFromTheDamagedPartOfAnIndexOfItsOwn(double where) throws IOException {
        assertThat(publishAfterIndexes(each -> {
                    byte[] content = Files.readAllBytes(each);
                    content[(int) (where * (content.length - 1))] ^= 1;
                    Files.write(each, content);
                }))
                .isEqualTo(publishAfterIndexes(each -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 3000})
    void isNotCopiedFromWhereAnIndexOfItsOwnIsCutShort(int length) throws IOException {
        assertThat(publishAfterIndexes(each -> Files.write(each, Arrays.copyOf(Files.readAllBytes(each), length))))
                .isEqualTo(publishAfterIndexes(each -> {}));
    }

    @Test
    void isNotCopiedFromAnIndexOfItsOwnThatIsGone() throws IOException {
        assertThat(publishAfterIndexes(Files::delete)).isEqualTo(publishAfterIndexes(each -> {}));
    }

    @Test
    void isCopiedFromAnIndexOfItsOwnWhereTheRunsAreGone() throws IOException {
        Path there = copy("without-runs-" + System.nanoTime());
        FilesystemRepository closed = open(there, OpenChecksums.LEFT_OUT);
        published(closed, change("second", List.of(added), List.of()));
        delete(there.resolve("cache"));
        published(closed, change("third", List.of(), List.of(added)));
        assertThat(runs(there, "-primary")).hasSize(1); // of what changed; the others were not missed
        assertThat(ServedTree.wholePackages(closed.directory(Stage.BETA, EL9))).hasSize(PACKAGES);
    }

    @Test
    void isNotMissedWhereItWasReadTwice() throws IOException {
        PackageRef another = taken(repository, "another", "1");
        Path undisturbed = copy("undisturbed");
        Path without = copy("without-runs");
        assertThat(publishThrice(without, another, () -> delete(without.resolve("cache"))))
                .isEqualTo(publishThrice(undisturbed, another, () -> {}));
        assertThat(runs(without, "-primary")).hasSize(1); // of what changed
    }

    /** The indexes of a fourth generation by who wrote the second and the third one. */
    private Set<String> publishThrice(Path there, PackageRef another, Event beforeTheLast) throws IOException {
        FilesystemRepository stated = open(there, OpenChecksums.STATED);
        published(stated, change("second", List.of(added), List.of()));
        published(stated, change("third", List.of(), List.of(added)));
        beforeTheLast.happens();
        published(stated, change("fourth", List.of(another), List.of()));
        Path published = stated.directory(Stage.BETA, EL9);
        assertThat(ServedTree.wholePackages(published)).hasSize(PACKAGES + 1);
        return ServedTree.requireIndexes(published);
    }

    private interface Event {
        void happens() throws IOException;
    }

    /** The indexes of a third generation, made by who wrote the second one, to whose indexes something happened. */
    private Set<String> publishAfterIndexes(Mishap mishap) throws IOException {
        Path there = copy("own-" + System.nanoTime());
        FilesystemRepository closed = open(there, OpenChecksums.LEFT_OUT);
        PackageRef another = taken(closed, "another", "1");
        published(closed, change("second", List.of(added), List.of()));
        for (Path each : indexes(there)) {
            mishap.befalls(each);
        }
        published(closed, change("third", List.of(another), List.of()));
        assertThat(ServedTree.wholePackages(closed.directory(Stage.BETA, EL9))).hasSize(PACKAGES + 2);
        return ServedTree.requireIndexes(closed.directory(Stage.BETA, EL9));
    }

    private static List<Path> indexes(Path root) throws IOException {
        return Repodata.indexes(new Tree(root, Stage.BETA, EL9));
    }

    private interface Mishap {
        void befalls(Path file) throws IOException;
    }

    private Set<String> publishIn(Path where) {
        return publishIn(where, OpenChecksums.STATED);
    }

    private Set<String> publishIn(Path where, OpenChecksums openChecksums) {
        FilesystemRepository there = open(where, openChecksums);
        published(there, change("second", List.of(added), List.of()));
        Path published = there.directory(Stage.BETA, EL9);
        assertThat(ServedTree.wholePackages(published)).hasSize(PACKAGES + 1);
        return ServedTree.requireIndexes(published);
    }

    private static FilesystemRepository open(Path where, OpenChecksums openChecksums) {
        return FilesystemRepository.at(where)
                .durability(Durability.UNSYNCED)
                .openChecksums(openChecksums)
                .open();
    }

    private Path copy(String name) throws IOException {
        return copy(name, root);
    }

    private Path copy(String name, Path from) throws IOException {
        Path target = root.resolveSibling(name);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Files.copy(each, target.resolve(from.relativize(each)), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return target;
    }

    private static void delete(Path directory) throws IOException {
        new Disk(Durability.UNSYNCED, Steps.UNWATCHED).deleteTree(directory);
    }

    /** The files of the runs that one index consists of. */
    private static List<Path> runs(Path root, String index) throws IOException {
        return files(root.resolve("cache/runs")).stream()
                .filter(each -> each.toString().endsWith(index))
                .toList();
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
