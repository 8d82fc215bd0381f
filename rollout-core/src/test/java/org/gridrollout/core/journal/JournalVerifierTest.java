package org.gridrollout.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.core.journal.Verification.Intact;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.junit.jupiter.api.Test;

/** What a person reads; that nothing escapes is for the properties to show. */
class JournalVerifierTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<JournalRecord> journal = Journals.kept(List.of(change(0, 5), change(1, 4)));
    private final JournalHead head = journal.get(8).head();

    private static StoreChange change(int revision, int events) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            entries.add(new JournalEntry("Event" + i, NOON, NOON, "Ada (MU)", "{}"));
        }
        StreamId voms = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
        return new StoreChange(
                ChangeId.of("change-" + revision),
                List.of(new StreamWrite(voms, revision, "{}", IndexEntry.NONE, entries)),
                List.of());
    }

    private static String found(RolloutStore store, JournalHead... anchors) {
        return JournalVerifier.of(store).verify(anchors).inWords();
    }

    @Test
    void ofAJournalWithoutRecordsFindsItIntact() {
        JournalVerifier verifier = JournalVerifier.of(new InMemoryRolloutStore());
        assertThat(verifier.verify(JournalHead.EMPTY)).isEqualTo(new Intact(JournalHead.EMPTY, 0));
        assertThat(verifier.verifyAfter(JournalHead.EMPTY)).isEqualTo(new Intact(JournalHead.EMPTY, 0));
    }

    @Test
    void saysHowManyRecordsItCheckedAndWhatToAnchor() {
        assertThat(found(KeptJournal.of(journal)))
                .isEqualTo("The journal is as it was written: 9 records checked, the last is " + head + ".");
    }

    @Test
    void namesTheRecordThatWasChanged() {
        journal.set(5, Field.BODY.changedIn(journal.get(5)));
        assertThat(found(KeptJournal.of(journal)))
                .isEqualTo("Journal record 6 (rollout:voms-1 revision 2, Event0) is not what was written there: it was"
                        + " changed, or put in, or others before it were taken out.");
    }

    @Test
    void saysIfOnlyADigestWasChanged() {
        journal.set(5, Field.DIGEST.changedIn(journal.get(5)));
        assertThat(found(KeptJournal.of(journal)))
                .isEqualTo(
                        "The digest of journal record 6 (rollout:voms-1 revision 2, Event0) was changed; what it says"
                                + " was not, as the record after it bears out.");
    }

    @Test
    void saysWhereARecordWasMovedTo() {
        journal.add(2, journal.remove(6));
        assertThat(found(KeptJournal.of(Journals.renumbered(journal), head)))
                .isEqualTo("The journal record that belongs at position 3 stands at position 4: 4 (rollout:voms-1"
                        + " revision 1, Event2).");
    }

    @Test
    void saysWhichRecordCameTwiceOrTooLate() {
        journal.add(6, journal.get(5));
        assertThat(found(KeptJournal.of(journal)))
                .isEqualTo("Journal record 6 (rollout:voms-1 revision 2, Event0) came again after record 6.");
        journal.add(8, journal.remove(2));
        assertThat(found(KeptJournal.of(journal)))
                .isEqualTo("Journal record 3 (rollout:voms-1 revision 1, Event2) came after record 4.");
    }

    @Test
    void namesTheRecordsThatAreMissing() {
        assertThat(found(KeptJournal.of(without(4, 6), head)))
                .isEqualTo("Journal records 4 to 6 are missing: the next one there is 7 (rollout:voms-1 revision 2,"
                        + " Event1).");
        assertThat(found(KeptJournal.of(without(8, 9), head)))
                .isEqualTo("Journal records 8 to 9 are missing: the journal ends at 7, and the store's head says 9.");
        assertThat(found(KeptJournal.of(without(9, 9)), head))
                .isEqualTo("Journal record 9 is missing: the journal ends at 8, and an anchor says 9.");
        assertThat(found(KeptJournal.of(without(7, 9)), head, journal.get(7).head()))
                .isEqualTo("Journal records 7 to 9 are missing: the journal ends at 6, and an anchor says 9.");
        assertThat(found(new KeptJournal(without(4, 5), head, Set.of(6L))))
                .isEqualTo("Journal records 4 to 5 are missing: the next one cannot be read.");
    }

    private List<JournalRecord> without(int from, int to) {
        return journal.stream()
                .filter(each -> each.position() < from || each.position() > to)
                .toList();
    }

    @Test
    void namesTheRecordThatCannotBeRead() {
        assertThat(found(new KeptJournal(journal, head, Set.of(4L, 8L))))
                .isEqualTo("Journal record 4 cannot be read: as told");
    }

    @Test
    void saysWhichRecordsMayHaveBeenWrittenAnew() {
        JournalHead early = journal.get(1).head();
        journal.set(4, Field.ACTOR.changedIn(journal.get(4)));
        List<JournalRecord> anew = Journals.chainedAnew(journal, 4);
        assertThat(found(KeptJournal.of(anew), head, early))
                .isEqualTo("Journal record 9 (rollout:voms-1 revision 2, Event3) has the digest "
                        + anew.get(8).digest() + ", and the anchor says " + head.digest()
                        + ": it or records before it, from position 3 on, were written anew.");
    }

    @Test
    void saysWhatTheStoresHeadDoesNotAgreeTo() {
        assertThat(found(KeptJournal.of(journal, journal.get(5).head())))
                .isEqualTo("The journal goes on to position 9, and the store's head ends at 6: records were put in, or"
                        + " the head was set back.");
        JournalHead other = new JournalHead(9, JournalHead.EMPTY.digest());
        assertThat(found(KeptJournal.of(journal, other)))
                .isEqualTo("The last journal record has the digest " + head.digest() + ", and the store's head says "
                        + other.digest() + ": either the head was changed, or records, from position 1 on, were written"
                        + " anew.");
    }

    @Test
    void checksFromTheBeginningOnceATrustedHeadIsGone() {
        journal.set(1, Field.TYPE.changedIn(journal.get(1)));
        List<JournalRecord> anew = Journals.chainedAnew(journal, 1);
        anew.set(3, Field.REVISION.changedIn(anew.get(3)));
        assertThat(JournalVerifier.of(KeptJournal.of(anew)).verifyAfter(head).inWords())
                .startsWith("Journal record 4 (rollout:voms-1 revision 2, Event3) is not what was written there");
    }

    @Test
    void namesTheTrustedRecordIfItCannotBeRead() {
        KeptJournal damaged = new KeptJournal(journal, head, Set.of(4L));
        assertThat(JournalVerifier.of(damaged)
                        .verifyAfter(journal.get(3).head())
                        .inWords())
                .isEqualTo("Journal record 4 cannot be read: as told");
    }

    @Test
    void takesAFailureOfTheStoreForNoFaultOfTheJournal() {
        StoreException failure = new StoreException("connection refused");
        JournalOnly away = new JournalOnly() {
            @Override
            public List<JournalRecord> journal(long after, int limit) {
                throw failure;
            }

            @Override
            public JournalHead head() {
                throw failure;
            }
        };
        assertThatThrownBy(() -> JournalVerifier.of(away).verify()).isSameAs(failure);
    }

    @Test
    void followsAStoreThatGoesOnWritingMeanwhile() {
        InMemoryRolloutStore written = new InMemoryRolloutStore();
        written.commit(change(0, 3));
        JournalOnly busy = new JournalOnly() {
            private int revision = 1;

            @Override
            public List<JournalRecord> journal(long after, int limit) {
                return written.journal(after, limit);
            }

            @Override
            public JournalHead head() {
                write();
                JournalHead seen = written.head();
                write();
                return seen;
            }

            private void write() {
                if (revision < 6) {
                    written.commit(change(revision, 2));
                    revision++;
                }
            }
        };
        assertThat(JournalVerifier.of(busy).verify()).isEqualTo(new Intact(written.head(), 13));
    }
}
