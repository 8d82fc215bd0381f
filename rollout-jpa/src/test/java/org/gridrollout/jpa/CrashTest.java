package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification.Intact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills a process in the middle of its commits and looks at what it left. */
@Timeout(300) // four processes start and end, on a machine that may be busy
class CrashTest {

    private static final int ROUNDS = 4;

    private final Path file = Path.of("target", "h2", "crash-" + UUID.randomUUID());
    private final HostDatabase database = HostDatabase.inFile(file);

    @Test
    void leavesAStoreWhoseJournalAndDocumentsAgree() throws Exception {
        prepare();
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long promised = lastPromiseOfAWriterKilledAfter(20 + 37 * round);
            try (EntityManagerFactory factory = database.open()) {
                JpaRolloutStore store = JpaRolloutStore.on(factory);
                List<JournalRecord> journal = store.journal(0, 1_000_000);
                assertThat(journal.size())
                        .isGreaterThanOrEqualTo((int) promised)
                        .isGreaterThan((int) before);
                for (int i = 0; i < journal.size(); i++) {
                    assertThat(journal.get(i).position()).isEqualTo(i + 1);
                }
                assertThat(JournalVerifier.of(store).verify()).isEqualTo(new Intact(store.head(), journal.size()));
                assertStreamsAgree(store);
                before = journal.size();
            }
        }
    }

    private void prepare() {
        try (EntityManagerFactory factory = database.open()) {
            RolloutSchema.h2().create(factory);
        }
    }

    /** The writer tells each position once its commit has returned. */
    private long lastPromiseOfAWriterKilledAfter(int commits) throws IOException, InterruptedException {
        Path told = Path.of(file + "-" + UUID.randomUUID() + ".txt");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        file.toString())
                .redirectOutput(told.toFile())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(Path.of(file + ".err").toFile()))
                .start();
        try {
            while (promises(told).size() < commits) {
                assertThat(writer.isAlive()).as("the writer ended by itself").isTrue();
                Thread.sleep(5);
            }
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        List<String> promises = promises(told);
        return Long.parseLong(promises.get(promises.size() - 1));
    }

    /** Whole lines only: the last may have been cut short. */
    private static List<String> promises(Path told) throws IOException {
        String text = Files.readString(told);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Each commit wrote two streams with one event each: all of it is there or nothing. */
    private static void assertStreamsAgree(JpaRolloutStore store) {
        for (StreamId stream : store.find(StreamQuery.of(StreamId.Kind.ROLLOUT, 10_000))) {
            Snapshot snapshot = store.load(stream).orElseThrow();
            List<JournalRecord> events = store.journal(stream, 0, 1_000_000);
            assertThat(events).hasSize((int) snapshot.revision());
            JournalRecord last = events.get(events.size() - 1);
            assertThat(last.revision()).isEqualTo(snapshot.revision());
            assertThat(last.entry().body()).isEqualTo(snapshot.body());
            assertThat(store.holds(last.change())).isTrue();
        }
        assertThat(store.journal(0, 1_000_000).size() % 2).isZero();
        assertThat(store.undelivered(1_000_000))
                .hasSize(store.journal(0, 1_000_000).size() / 2);
    }
}
