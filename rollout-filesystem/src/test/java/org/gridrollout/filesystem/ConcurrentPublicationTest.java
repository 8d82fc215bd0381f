package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConcurrentPublicationTest {

    private static final int WRITERS = 4;
    private static final int EACH = 10;

    @TempDir
    Path directory;

    @Test
    void givesEveryWriterItsTurnWhileReadersSeeWholeRepositoriesOnly() throws Exception {
        FilesystemRepository repository = FilesystemRepository.open(directory);
        published(repository, adding("first", taken(repository, "first", "1")));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            readers.add(threads.submit(() -> readWhile(over, repository)));
            readers.add(threads.submit(() -> readWhile(over, FilesystemRepository.open(directory))));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "writer" + writer;
                // each with an object of its own, as separate parts of a host would have
                writers.add(threads.submit(() -> writeAll(name, FilesystemRepository.open(directory))));
            }
            for (Future<?> each : writers) {
                each.get(100, TimeUnit.SECONDS);
            }
            over.set(true);
            for (Future<Integer> each : readers) {
                assertThat(each.get(100, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(repository.current(Stage.BETA, EL9).number()).isEqualTo(1 + WRITERS * EACH);
        assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                .hasSize(1 + 2 * WRITERS * EACH);
    }

    @Test
    void saysWhoHoldsTheLockWhenWaitingTakesTooLong() throws Exception {
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean release = new AtomicBoolean();
        FilesystemRepository slow = FilesystemRepository.at(directory)
                .steps(what -> {
                    inside.set(inside.get() || what.contains("repomd"));
                    while (inside.get() && !release.get()) {
                        Thread.onSpinWait();
                    }
                })
                .open();
        PackageRef voms = taken(slow, "voms", "1");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<PublicationResult> first = threads.submit(() -> publish(slow, adding("one", voms)));
            while (!inside.get()) {
                Thread.onSpinWait();
            }
            FilesystemRepository impatient = FilesystemRepository.at(directory)
                    .lockWait(Duration.ofMillis(50))
                    .open();
            assertThatThrownBy(() -> publish(impatient, adding("two", voms)))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("x86_64.lock")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ")
                    .hasMessageContaining(" to publish one in beta el9/x86_64, for more than 50 ms");
            assertThat(offered(impatient)).isEmpty(); // reading does not wait
            release.set(true);
            assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(new Published(1));
        } finally {
            release.set(true);
            threads.shutdownNow();
        }
    }

    private static int readWhile(AtomicBoolean over, FilesystemRepository repository) {
        Path tree = repository.directory(Stage.BETA, EL9);
        int reads = 0;
        while (!over.get()) {
            byte[] repomd = ServedTree.read(tree.resolve("repodata/repomd.xml"));
            ServedTree.requireIndexes(tree, repomd); // although others may be current by now
            assertThat(offered(repository).size() % 2).isOne();
            reads++;
        }
        return reads;
    }

    private static void writeAll(String name, FilesystemRepository repository) {
        for (int i = 0; i < EACH; i++) {
            PackageRef one = taken(repository, name, "1." + i);
            PackageRef two = taken(repository, name + "-libs", "1." + i);
            PublicationResult result;
            do {
                result = publish(repository, adding(name + "-" + i, one, two));
            } while (result instanceof PublicationResult.Conflict);
            assertThat(result).isInstanceOf(Published.class);
        }
    }
}
