package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.rpm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.WriterProcess.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that publish into five trees and are killed by signal at random moments, one after the other in one repository.
 * By default 200 writers in 40 processes, and a real dnf after every tenth process; {@code -Dgridrollout.kills=5000
 * -Dgridrollout.kills.dnf=1} for a thousand processes with dnf after each.
 */
@Tag("interop")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledWritersInteropTest {

    private static final int KILLED = Integer.getInteger("gridrollout.kills", 200) / Publishing.TREES.size();
    private static final int DNF_AFTER_EACH = Integer.getInteger("gridrollout.kills.dnf", 10);
    private static final int IN_ADVANCE = 2;
    private static final int PACKAGES = 50;

    @TempDir
    Path directory;

    private final Deque<WriterProcess> waiting = new ArrayDeque<>();
    private final Map<Platform, Long> committed = new HashMap<>();
    private final Random random = new Random(20_261_124);
    private int cutOff;

    @AfterEach
    void endThoseNotUsed() {
        waiting.forEach(WriterProcess::close);
    }

    @Test
    void leaveWholeRepositoriesThatTheNextOnesGoOnWith() throws Exception {
        Path root = directory.resolve("repository");
        Path packages = packages();
        FastStart java = FastStart.after(
                directory, Rehearsal.class, directory.resolve("rehearsal").toString(), packages.toString());
        long life = lifeOf(WriterProcess.start(java, directory.resolve("measured"), packages));
        boolean dnf = Tools.has("dnf");
        for (int process = 1; process <= KILLED; process++) {
            while (waiting.size() < IN_ADVANCE) {
                waiting.add(WriterProcess.start(java, root, packages));
            }
            WriterProcess writer = waiting.remove();
            writer.begin();
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * life));
            List<String> told = writer.kill();
            assertThat(writer.exitValue()).as("killed, not failed: %s", told).isEqualTo(128 + 9);
            FilesystemRepository repository = FilesystemRepository.open(root);
            for (Platform tree : Publishing.TREES) {
                look(repository, tree, Collections.frequency(told, tree.toString()), "process " + process);
            }
            if (dnf && process % DNF_AFTER_EACH == 0) {
                dnfInstalls(repository, Publishing.TREES.get(process / DNF_AFTER_EACH % Publishing.TREES.size()));
            }
        }
        assertThat(cutOff).as("killed in the middle of a publication").isGreaterThan(KILLED);
        System.out.printf(
                "%d processes killed, %d publications cut off, %d committed%n",
                KILLED,
                cutOff,
                committed.values().stream().mapToLong(each -> each).sum());
        FilesystemRepository last = FilesystemRepository.open(root);
        for (Platform tree : Publishing.TREES) {
            Publishing.publishNext(last, tree, Publishing.files(packages));
        }
        try (Stream<Path> incoming = Files.list(root.resolve("pool/incoming"))) {
            assertThat(incoming).as("files of killed intakes").isEmpty();
        }
    }

    /** How long a process takes for about two publications in each of its trees, in nanoseconds. */
    private static long lifeOf(WriterProcess writer) throws IOException, InterruptedException {
        try (writer) {
            writer.begin();
            long start = System.nanoTime();
            writer.awaitPublications(2 * Publishing.TREES.size());
            long life = System.nanoTime() - start;
            writer.kill();
            return life;
        }
    }

    private void look(FilesystemRepository repository, Platform tree, int told, String when) {
        Path published = repository.directory(Stage.BETA, tree);
        long before = committed.getOrDefault(tree, 0L);
        long now = repository.current(Stage.BETA, tree).number();
        assertThat(now).as("%s after %s", tree, when).isBetween(before + told, before + told + 1);
        if (now > 0) {
            assertThat(ServedTree.wholePackages(published)).hasSize((int) Math.min(now, WriterProcess.OFFERED));
        }
        boolean begun = Stream.of(Long.toString(now + 1), "intent", "current.next")
                .map(published.resolve(".generations")::resolve)
                .anyMatch(each -> Files.exists(each, LinkOption.NOFOLLOW_LINKS));
        cutOff += begun ? 1 : 0;
        committed.put(tree, now);
    }

    private void dnfInstalls(FilesystemRepository repository, Platform tree) {
        if (committed.get(tree) > 0) {
            Dnf dnf = new Dnf(
                    directory.resolve("client").resolve(tree.toString()), repository.directory(Stage.BETA, tree));
            dnf.run("makecache", "--refresh");
            List<String> offered = dnf.run("repoquery").lines().toList();
            assertThat(offered).hasSize((int) Math.min(committed.get(tree), WriterProcess.OFFERED));
            dnf.run("install", "-y", "--downloadonly", offered.get(random.nextInt(offered.size())));
        }
    }

    private Path packages() throws IOException {
        Path packages = Files.createDirectory(directory.resolve("packages"));
        for (int i = 0; i < PACKAGES; i++) {
            rpm("package%02d".formatted(i), "1").writeTo(packages);
        }
        return packages;
    }

    /** A few publications and an orderly end, to know what is loaded for that. */
    static final class Rehearsal {

        public static void main(String[] arguments) throws IOException {
            FilesystemRepository repository = FilesystemRepository.open(Path.of(arguments[0]));
            List<Path> files = Publishing.files(Path.of(arguments[1]));
            for (int i = 0; i <= WriterProcess.OFFERED; i++) {
                Publishing.publishNext(repository, Publishing.TREES.get(0), files);
            }
            System.out.println("done");
        }
    }
}
