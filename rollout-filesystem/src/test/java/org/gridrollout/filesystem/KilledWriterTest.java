package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A writer in a process of its own, killed in the middle of a publication. */
@Timeout(120)
class KilledWriterTest {

    @TempDir
    Path directory;

    @Test
    void keepsOthersOutWhileItLivesAndInNobodysWayWhenItIsDead() throws Exception {
        Path root = directory.resolve("repository");
        Path signal = directory.resolve("reached");
        FilesystemRepository repository =
                FilesystemRepository.at(root).lockWait(Duration.ofMillis(100)).open();
        PackageRef voms = taken(repository, "voms", "1");
        published(repository, adding("first", voms));
        Process writer = start(root, signal);
        try {
            while (!Files.exists(signal)) {
                assertThat(writer.isAlive()).isTrue();
                Thread.sleep(20);
            }
            PackageRef fts = taken(repository, "fts", "1");
            assertThatThrownBy(() -> publish(repository, adding("third", fts)))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("held by process " + writer.pid() + " on ")
                    .hasMessageContaining(" since 20")
                    .hasMessageContaining(" to publish second in beta el9/x86_64 for more than 100 ms");
            writer.destroyForcibly();
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                    .containsExactly(voms.sha256().hex());
            assertThat(publish(repository, adding("third", fts))).isEqualTo(new Published(2));
            assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                    .hasSize(2);
        } finally {
            writer.destroyForcibly();
        }
    }

    private Process start(Path root, Path signal) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        root.toString(),
                        signal.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("writer.log").toFile())
                .start();
    }

    /** Publishes up to the last step before the commit point, says so, and waits to be killed. */
    static final class Writer {

        public static void main(String[] arguments) {
            Path signal = Path.of(arguments[1]);
            FilesystemRepository repository = FilesystemRepository.at(Path.of(arguments[0]))
                    .steps(what -> {
                        if (what.startsWith("rename") && what.endsWith("/current")) {
                            Files.createFile(signal);
                            sleep();
                        }
                    })
                    .open();
            publish(repository, adding("second", taken(repository, "dcache", "1")));
        }

        private static void sleep() {
            try {
                Thread.sleep(Duration.ofMinutes(5).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
