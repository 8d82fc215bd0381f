package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Conflict;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Garbage collection and verification while packages that are old enough to be garbage are taken in and published. */
@Timeout(120)
class UpkeepBesideWritersTest {

    private static final int WRITERS = 3;
    private static final int EACH = 15;
    private static final Duration AGE = Duration.ofDays(30);

    @TempDir
    Path directory;

    @Test
    void takesNothingThatSomeoneIsAboutToPublishAndFindsNothingDamaged() throws Exception {
        Instant start = Instant.now();
        FilesystemRepository before = open(start);
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int i = 0; i < EACH; i++) {
                taken(before, "writer" + writer, "1." + i); // garbage by the time it is taken in again
            }
        }
        published(before, adding("first", taken(before, "first", "1")));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "writer" + writer;
                writers.add(threads.submit(() -> writeAll(name, open(start.plus(AGE)))));
            }
            Future<Integer> collector = threads.submit(() -> collectWhile(over, open(start.plus(AGE))));
            Future<Integer> verifier = threads.submit(() -> verifyWhile(over, open(start.plus(AGE))));
            for (Future<?> each : writers) {
                each.get(100, TimeUnit.SECONDS);
            }
            over.set(true);
            assertThat(collector.get(100, TimeUnit.SECONDS)).isPositive();
            assertThat(verifier.get(100, TimeUnit.SECONDS)).isPositive();
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(ServedTree.wholePackages(before.directory(Stage.BETA, EL9))).hasSize(1 + WRITERS);
        assertThat(before.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    private FilesystemRepository open(Instant now) {
        return FilesystemRepository.at(directory)
                .durability(Durability.UNSYNCED)
                .clock(() -> now)
                .open();
    }

    /** Replaces its package by the next version again and again. */
    private static void writeAll(String name, FilesystemRepository repository) {
        List<PackageRef> last = List.of();
        for (int i = 0; i < EACH; i++) {
            PackageRef next = taken(repository, name, "1." + i);
            PublicationResult result;
            do {
                result = publish(repository, change(name + "-" + i, List.of(next), last));
            } while (result instanceof Conflict);
            assertThat(result).isInstanceOf(Published.class);
            last = List.of(next);
        }
    }

    private static int collectWhile(AtomicBoolean over, FilesystemRepository repository) {
        int collections = 0;
        while (!over.get()) {
            repository.collectGarbage(Set.of());
            collections++;
        }
        return collections;
    }

    private static int verifyWhile(AtomicBoolean over, FilesystemRepository repository) {
        int verifications = 0;
        while (!over.get()) {
            assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
            verifications++;
        }
        return verifications;
    }
}
