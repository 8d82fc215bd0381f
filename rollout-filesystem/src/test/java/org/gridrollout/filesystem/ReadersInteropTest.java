package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients 50 ms away, while one generation after the other is published and garbage is collected. By default 40
 * publications; {@code -Dgridrollout.publications=500} for five hundred.
 */
@Tag("interop")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ReadersInteropTest {

    private static final int PUBLICATIONS = Integer.getInteger("gridrollout.publications", 40);
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(4); // some ten times what an update takes
    private static final int READERS = 6;
    private static final int OFFERED = 20;

    @TempDir
    Path directory;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void alwaysFindWhatTheMetadataTheyHaveReadNamesWithTheRightChecksums() throws Exception {
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve("repository"))
                .metadataGrace(GRACE)
                .poolGrace(GRACE)
                .open();
        List<PackageRef> offered = new ArrayList<>();
        publishNext(repository, 0, offered);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (SlowServer server = new SlowServer(repository.directory(Stage.BETA, EL9), LATENCY)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                HttpReader reader = new HttpReader(server.uri(), i);
                readers.add(threads.submit(
                        whileNotOver(() -> assertThat(reader.update()).isPositive())));
            }
            if (Tools.has("dnf")) {
                Dnf dnf = new Dnf(directory.resolve("client"), server.uri());
                readers.add(threads.submit(whileNotOver(() -> {
                    dnf.run("makecache", "--refresh");
                    dnf.run("install", "-y", "--downloadonly", "always");
                })));
            }
            for (int i = 1; i <= PUBLICATIONS; i++) {
                publishNext(repository, i, offered);
                if (i % 10 == 0) {
                    repository.collectGarbage(Set.of());
                }
            }
            over.set(true);
            int updates = 0;
            for (Future<Integer> each : readers) {
                int own = each.get(5, TimeUnit.MINUTES);
                assertThat(own).isPositive();
                updates += own;
            }
            assertThat(server.missing()).isEmpty();
            System.out.printf("%d updates by clients during %d publications%n", updates, PUBLICATIONS);
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private void publishNext(FilesystemRepository repository, int number, List<PackageRef> offered) {
        List<PackageRef> removed = new ArrayList<>();
        List<PackageRef> added = new ArrayList<>();
        if (number == 0) {
            added.add(taken(repository, rpm("always", "1")));
        }
        added.add(taken(repository, rpm("package" + number % 50, "1." + number)));
        offered.add(added.get(added.size() - 1));
        if (offered.size() > OFFERED) {
            removed.add(offered.remove(0));
        }
        published(repository, change("change-" + number, added, removed));
    }

    private Callable<Integer> whileNotOver(Update update) {
        return () -> {
            int updates = 0;
            do {
                update.run();
                updates++;
            } while (!over.get());
            return updates;
        };
    }

    private interface Update {
        void run() throws Exception;
    }
}
