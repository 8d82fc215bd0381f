package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real, small file system of its own, which fills up and becomes read-only. Mounting it takes root; skips otherwise. */
class IllDiskTest {

    private static final int LARGE = 300_000;

    @TempDir
    static Path directory;

    private Path disk;
    private FilesystemRepository repository;
    private PackageRef voms;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createTempDirectory(directory, "disk");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()), "cannot mount a tmpfs here");
        repository = FilesystemRepository.open(disk.resolve("repository"));
        voms = taken(repository, "voms", "1");
        published(repository, adding("one", voms));
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void thatIsFullServesOnAndGoesOnWhenThereIsRoom() throws IOException {
        ChangeSet next = adding("two", taken(repository, "fts", "1"));
        Path ballast = fill();
        assertTrouble(() -> publish(repository, next), "free some space and try again");
        assertServed();
        assertTrouble(() -> taken(repository, large()), "free some space and try again");
        assertServed();
        Files.delete(ballast);
        assertThat(publish(repository, next)).isEqualTo(new Published(2));
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    @Test
    void thatIsFullKeepsNothingOfAnIntakeThatFailed() throws IOException {
        RepositoryException failed = null;
        int kept = 0;
        while (failed == null) {
            try {
                taken(repository, rpm("large" + kept, "1").file("/opt/content", noise(LARGE), 0644));
                kept++;
            } catch (RepositoryException e) {
                failed = e;
            }
        }
        assertThat(failed).hasMessageContaining("free some space");
        assertThat(Trees.entries(repository.root().resolve("pool/incoming"))).isEmpty();
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
        assertServed();
    }

    @Test
    void thatIsFullLetsGarbageBeCollected() throws IOException {
        published(repository, adding("two", taken(repository, large())));
        published(
                repository,
                Site.removing(
                        "three", repository.current(Stage.BETA, EL9).packages().get(0)));
        fill();
        FilesystemRepository later = FilesystemRepository.at(repository.root())
                .clock(() -> Instant.now().plus(Duration.ofDays(30)))
                .open();
        assertThat(later.collectGarbage(Set.of()).bytes()).isGreaterThan(LARGE);
        assertThat(publish(later, adding("four", taken(later, "fts", "1")))).isEqualTo(new Published(4));
        assertThat(later.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    @Test
    void thatIsReadOnlyServesOnAndCanBeVerified() throws Exception {
        ChangeSet next = adding("two", taken(repository, "fts", "1"));
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "cannot remount it here");
        assertTrouble(() -> publish(repository, next), "mount it writable");
        assertTrouble(() -> taken(repository, "dcache", "1"), "mount it writable");
        assertTrouble(() -> repository.collectGarbage(Set.of()), "mount it writable");
        assertServed();
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        assertThat(publish(repository, next)).isEqualTo(new Published(2));
    }

    private static void assertTrouble(ThrowingCallable attempt, String advice) {
        assertThatThrownBy(attempt)
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(advice)
                .hasMessageContaining("What was published is served on");
    }

    private void assertServed() {
        assertThat(offered(repository)).containsExactly(voms);
        assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                .containsExactly(voms.sha256().hex());
    }

    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        return ballast;
    }

    private static RpmBuilder large() {
        return rpm("large", "1").file("/opt/content", noise(LARGE), 0644);
    }

    private static String noise(int length) {
        return new Random(1)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
