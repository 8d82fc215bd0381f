package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification.Intact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaRolloutStoreTest {

    private static final StreamId VOMS = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant FINE = NOON.plusNanos(1);

    private final HostDatabase database = HostDatabase.inMemory();
    private final EntityManagerFactory factory = database.open();
    private final JpaRolloutStore store = JpaRolloutStore.on(factory);

    @BeforeEach
    void prepare() {
        RolloutSchema.h2().create(factory);
    }

    @AfterEach
    void close() {
        factory.close();
        database.close();
    }

    private static StoreChange change(String id, StreamWrite write, Notice... notices) {
        return new StoreChange(new ChangeId(id), List.of(write), List.of(notices));
    }

    private static StreamWrite write(long revision, String body, JournalEntry... entries) {
        return new StreamWrite(VOMS, revision, body, IndexEntry.NONE, List.of(entries));
    }

    private static JournalEntry entry(Instant at, Instant recordedAt, String body) {
        return new JournalEntry("event", at, recordedAt, "Ada (MU)", body);
    }

    private static Notice notice(Instant at, String text) {
        return new Notice("key", Notice.Topic.OUTCOME, Party.NOBODY, ReleaseId.of("voms-1"), text, at);
    }

    @Test
    void keepsSixteenMegabytesInEveryText() {
        String text = "\u00e9{\"n\":1}\ud83d\udce6".repeat(1_700_000);
        assertThat(text.length()).isGreaterThan(16 << 20);
        store.commit(change("c", write(0, text, entry(NOON, NOON, text)), notice(NOON, text)));
        // Not isEqualTo: nobody wants to read the difference.
        assertThat(store.load(VOMS).orElseThrow().body().equals(text)).isTrue();
        assertThat(store.journal(0, 1).get(0).entry().body().equals(text)).isTrue();
        assertThat(store.undelivered(1).get(0).text().equals(text)).isTrue();
    }

    @Test
    void leavesNothingBehindOfATextThatWasReplaced() {
        store.commit(change("c1", write(0, "x".repeat(1_600_000))));
        assertThat(database.count("rollout_part")).isEqualTo(3);
        store.commit(change("c2", write(1, "y".repeat(900_000))));
        assertThat(database.count("rollout_part")).isEqualTo(1);
        assertThat(store.load(VOMS).orElseThrow().body().equals("y".repeat(900_000)))
                .isTrue();
        store.commit(change("c3", write(2, "z")));
        assertThat(database.count("rollout_part")).isZero();
        assertThat(store.load(VOMS).orElseThrow().body()).isEqualTo("z");
    }

    @Test
    void refusesInstantsThatItWouldHaveToRound() {
        IndexEntry due = new IndexEntry("", "", "", Optional.of(FINE));
        for (StoreChange tooFine : List.of(
                change("c1", write(0, "b", entry(FINE, NOON, "b"))),
                change("c2", write(0, "b", entry(NOON, FINE, "b"))),
                change("c3", new StreamWrite(VOMS, 0, "b", due, List.of())),
                change("c4", write(0, "b"), notice(FINE, "text")))) {
            assertThatThrownBy(() -> store.commit(tooFine))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("must be whole microseconds, was 2026-03-02T12:00:00.000000001Z");
            assertThat(store.holds(tooFine.id())).isFalse();
        }
        assertThat(store.load(VOMS)).isEmpty();
    }

    @Test
    void surfacesWhatTheDatabaseRefusesWithItsCauseAndKeepsNothing() {
        JournalEntry tooLong = new JournalEntry("T".repeat(101), NOON, NOON, "", "");
        assertThatThrownBy(() -> store.commit(change("c", write(0, "b", tooLong))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("TYPE")
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(store.load(VOMS)).isEmpty();
        assertThat(store.commit(change("c", write(0, "b", entry(NOON, NOON, "b")))))
                .isEqualTo(new Stored(1));
    }

    @Test
    void waitsForASlowCommitOfAnotherAndThenSucceeds() throws Exception {
        try (var blocker = java.sql.DriverManager.getConnection(database.url(), "sa", "")) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("SELECT * FROM rollout_head WHERE id = 1 FOR UPDATE");
            var waiting = java.util.concurrent.CompletableFuture.supplyAsync(() ->
                    store.commit(change("c", write(0, "b", entry(NOON, NOON, "b")))));
            Thread.sleep(2_500); // longer than H2 waits for a lock before it gives up
            assertThat(waiting).isNotDone();
            blocker.rollback();
            assertThat(waiting.get(30, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(new Stored(1));
        }
    }

    @Test
    void letsReadersPassWhileAnotherCommits() throws Exception {
        store.commit(change("c", write(0, "b", entry(NOON, NOON, "b"))));
        try (var blocker = java.sql.DriverManager.getConnection(database.url(), "sa", "")) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("SELECT * FROM rollout_head WHERE id = 1 FOR UPDATE");
            blocker.createStatement().executeUpdate("UPDATE rollout_stream SET revision = 99");
            assertThat(store.load(VOMS).orElseThrow().revision()).isEqualTo(1);
            assertThat(store.journal(0, 10)).hasSize(1);
            assertThat(store.latestInstant()).contains(NOON);
            blocker.rollback();
        }
    }

    @Test
    void worksWithAnAccountThatMayAddToTheJournalAndNotChangeIt() {
        database.execute("CREATE USER app PASSWORD ''");
        for (String table : List.of("head", "change", "stream", "notice", "part")) {
            database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON rollout_" + table + " TO app");
        }
        database.execute("GRANT SELECT, INSERT ON rollout_journal TO app");
        String url = database.url().replace(";DB_CLOSE_DELAY=-1", ""); // which only an administrator may set
        HostDatabase asApp = new HostDatabase(url, "app", "");
        try (EntityManagerFactory restricted = asApp.open()) {
            RolloutStore app = JpaRolloutStore.on(restricted);
            app.commit(change("c1", write(0, "b", entry(NOON, NOON, "b")), notice(NOON, "text")));
            app.commit(change("c2", write(1, "b", entry(NOON, NOON, "c"))));
            app.markDelivered(List.of("key"));
            assertThat(JournalVerifier.of(app).verify()).isEqualTo(new Intact(store.head(), 2));
        }
        assertThatThrownBy(() -> asApp.execute("UPDATE rollout_journal SET actor = 'Eve'"))
                .hasMessageContaining("Not enough rights");
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatThrownBy(() -> store.journal(0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> store.journal(VOMS, 0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> store.undelivered(0)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void leavesTheHostsFactoryOpen() {
        store.commit(change("c", write(0, "b")));
        assertThat(factory.isOpen()).isTrue();
    }

    @Test
    void failsWithAStoreExceptionOnceTheHostClosedItsFactory() {
        factory.close();
        assertThatThrownBy(() -> store.load(VOMS)).isInstanceOf(StoreException.class);
    }
}
