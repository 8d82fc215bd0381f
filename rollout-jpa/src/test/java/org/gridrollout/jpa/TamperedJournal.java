package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.store.UnreadableRecordException;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification.Broken;
import org.gridrollout.core.journal.Verification.Intact;
import org.gridrollout.core.journal.Verification.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who can write to the database changes the journal by SQL; extended for each database, which all tests share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedJournal {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final List<String> TABLES = List.of("head", "change", "stream", "journal", "part");

    private final HostDatabase database;
    private final EntityManagerFactory factory;
    private final JpaRolloutStore store;

    TamperedJournal(HostDatabase database, RolloutSchema schema) {
        this.database = database;
        factory = database.open();
        store = JpaRolloutStore.on(factory);
        schema.create(factory);
    }

    /** Eight records of two streams. */
    @BeforeAll
    void write() {
        commit("voms-1", 0, 3);
        commit("fts-1", 0, 3);
        commit("voms-1", 1, 2);
        TABLES.forEach(each -> database.execute("CREATE TABLE kept_" + each + " AS SELECT * FROM rollout_" + each));
    }

    @AfterEach
    void restore() {
        TABLES.forEach(each -> {
            database.execute("DELETE FROM rollout_" + each);
            database.execute("INSERT INTO rollout_" + each + " SELECT * FROM kept_" + each);
        });
    }

    @AfterAll
    void close() {
        factory.close();
        database.close();
    }

    private void commit(String name, long revision, int events) {
        JournalEntry[] entries = new JournalEntry[events];
        for (int i = 0; i < events; i++) {
            entries[i] = entry("Event" + i, "{\"n\":" + i + "}");
        }
        store.commit(change(name, revision, List.of(entries)));
    }

    private static StoreChange change(String name, long revision, List<JournalEntry> entries) {
        StreamId stream = new StreamId(StreamId.Kind.ROLLOUT, name);
        return new StoreChange(
                ChangeId.of(UUID.randomUUID().toString()),
                List.of(new StreamWrite(stream, revision, "{}", IndexEntry.NONE, entries)),
                List.of());
    }

    private static JournalEntry entry(String type, String body) {
        return new JournalEntry(type, NOON, NOON, "Ada (MU)", body);
    }

    private Broken found(JournalHead... anchors) {
        assertThat(JournalVerifier.of(store).verify(anchors)).isInstanceOf(Broken.class);
        return (Broken) JournalVerifier.of(store).verify(anchors);
    }

    @Test
    void isIntactAsLongAsNobodyTouchesIt() {
        assertThat(JournalVerifier.of(store).verify()).isEqualTo(new Intact(store.head(), 8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            change_id = 'another'               | CHANGED
            kind = 'SITE'                       | CHANGED
            name = 'voms-2'                     | CHANGED
            revision = revision + 1             | CHANGED
            type = 'Nothing'                    | CHANGED
            effective_at = effective_at - 1     | CHANGED
            recorded_at = recorded_at + 1       | CHANGED
            actor = 'Eve (MU)'                  | CHANGED
            body = '{}'                         | CHANGED
            position = 99                       | MOVED
            digest = last_digest                | DIGEST_CHANGED
            digest = 'none'                     | UNREADABLE
            kind = 'NONE'                       | UNREADABLE
            change_id = ''                      | UNREADABLE
            name = ''                           | UNREADABLE
            parts = 1                           | UNREADABLE
            """)
    void namesTheRecordOfWhichAColumnWasChanged(String assignment, Reason reason) {
        String valid = assignment.replace("last_digest", "(SELECT last_digest FROM rollout_head)");
        database.execute("UPDATE rollout_journal SET " + valid + " WHERE position = 4");
        assertThat(found().position()).isEqualTo(4);
        assertThat(found().reason()).isEqualTo(reason);
        assertThat(found().good()).isEqualTo(store.journal(2, 1).get(0).head());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE rollout_part SET body = 'x' WHERE owner = 'journal' AND part = 2   | CHANGED
            DELETE FROM rollout_part WHERE owner = 'journal' AND part = 2             | UNREADABLE
            DELETE FROM rollout_part WHERE owner = 'journal'                          | UNREADABLE
            UPDATE rollout_journal SET parts = 0 WHERE position = 9                   | CHANGED
            """)
    void namesTheRecordOfWhichAPartWasChanged(String sql, Reason reason) {
        store.commit(change("dcache-1", 0, List.of(entry("Long", "\u20ac".repeat(1_200_000)))));
        commit("voms-1", 2, 1);
        database.execute(sql);
        assertThat(found().position()).isEqualTo(9);
        assertThat(found().reason()).isEqualTo(reason);
    }

    @Test
    void namesTheFirstRecordThatWasDeleted() {
        database.execute("DELETE FROM rollout_journal WHERE position IN (3, 5)");
        assertThat(found().position()).isEqualTo(3);
        assertThat(found().reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void namesTheFirstOfTwoThatChangedPlaces() {
        database.execute("UPDATE rollout_journal SET position = 98 WHERE position = 2");
        database.execute("UPDATE rollout_journal SET position = 2 WHERE position = 7");
        database.execute("UPDATE rollout_journal SET position = 7 WHERE position = 98");
        assertThat(found().position()).isEqualTo(2);
        assertThat(found().reason()).isEqualTo(Reason.MOVED);
    }

    @Test
    void namesTheFirstThatIsMissingOfATailCutOff() {
        JournalHead anchor = store.head();
        JournalHead left = store.journal(4, 1).get(0).head();
        database.execute("DELETE FROM rollout_journal WHERE position > 5");
        assertThat(found().position()).isEqualTo(6);
        assertThat(found().reason()).isEqualTo(Reason.MISSING);

        database.execute("UPDATE rollout_head SET last_position = 5, last_digest = '" + left.digest() + "'");
        assertThat(JournalVerifier.of(store).verify()).isEqualTo(new Intact(left, 5));
        assertThat(found(anchor).position()).isEqualTo(6);
        assertThat(found(anchor).reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void namesTheFirstRecordThatTheHeadDoesNotKnow() {
        JournalHead earlier = store.journal(4, 1).get(0).head();
        database.execute("UPDATE rollout_head SET last_position = 5, last_digest = '" + earlier.digest() + "'");
        assertThat(found().position()).isEqualTo(6);
        assertThat(found().reason()).isEqualTo(Reason.NOT_AS_HEAD);
    }

    @ParameterizedTest
    @CsvSource({"00, NOT_AS_HEAD", "none, UNREADABLE"})
    void noticesThatTheHeadWasChanged(String digest, Reason reason) {
        database.execute("UPDATE rollout_head SET last_digest = '" + digest.replace("00", "0".repeat(64)) + "'");
        assertThat(found().position()).isEqualTo(8);
        assertThat(found().reason()).isEqualTo(reason);
    }

    @Test
    void cannotBeGoneOnWithOnceItsHeadIsNone() {
        database.execute("UPDATE rollout_head SET last_digest = 'none'");
        assertThatThrownBy(() -> commit("voms-1", 2, 1))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("Journal record 8 cannot be read: rollout_head holds no digest of it");
        assertThat(store.journal(8, 1)).isEmpty();
        assertThat(store.latestInstant()).contains(NOON);
    }

    @Test
    void namesTheRecordAfterAHeadThatWasChangedAndThenWrittenOnFrom() {
        database.execute("UPDATE rollout_head SET last_digest = '" + "0".repeat(64) + "'");
        commit("voms-1", 2, 2);
        assertThat(found().position()).isEqualTo(9);
        assertThat(found().reason()).isEqualTo(Reason.CHANGED);
    }
}
